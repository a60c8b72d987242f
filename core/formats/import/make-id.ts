const LONGEST = 90;

/** An id that satisfies `idSchema`, made of a name, and not among those taken; it is then taken. */
export function makeId(name: string, fallback: string, taken: Set<string>): string {
  const base = slugLike(name) || fallback;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}

function slugLike(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, LONGEST)
    .replace(/[^a-z0-9]+$/, '');
}
