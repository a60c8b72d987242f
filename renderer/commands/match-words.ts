/** Every typed word must begin a word of the text or stand in it; case and accents do not matter. */
export function matchWords(text: string, typed: string): number {
  const plain = fold(text);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  let score = 1;
  for (const word of words) {
    const place = plain.indexOf(word);
    if (place < 0) return 0;
    if (place === 0) score += 3;
    else if (/\W/.test(plain[place - 1] ?? '')) score += 2;
  }
  return score;
}

/** Those that match, best first; equal ones keep their order. */
export function bestMatches<T extends { readonly title: string }>(
  items: readonly T[],
  typed: string,
): readonly T[] {
  return items
    .map((item) => ({ item, score: matchWords(item.title, typed) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}

/** Groups stand together, each where its best entry stands. */
export function keepGroups<T extends { readonly group: string }>(
  items: readonly T[],
): readonly T[] {
  return [...Map.groupBy(items, ({ group }) => group).values()].flat();
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
