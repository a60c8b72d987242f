/** Letters beside the 26 that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Text in which case and accents no longer count: `Äpfel` and `APFEL` become `apfel`. */
export function foldText(text: string): string {
  const lower = text.normalize('NFKD').toLowerCase();
  // most texts are plain, and a test is cheaper than two replacements
  if (isPlain(lower)) return lower;
  return lower
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] ?? letter);
}

function isPlain(text: string): boolean {
  return !/[^\x20-\x7e\n]/.test(text);
}

/** The words of a search, folded; each of them must occur. */
export function foldWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Sorts titles as people do: folded, and `Clip 9` before `Clip 10`. */
export function titleKey(title: string): string {
  return foldText(title).replace(/\d+/g, (digits) =>
    digits.replace(/^0+(?=\d)/, '').padStart(12, '0'),
  );
}
