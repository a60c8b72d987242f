const MAX_LENGTH = 80;
const FALLBACK = 'media';

/** What decomposing leaves as it is; German umlauts as Germans write them without umlauts. */
const LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '&': ' and ',
};
const FOREIGN = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** ASCII for a URL, at most 80 characters; `media` when nothing can be transliterated. */
export function slugOf(title: string): string {
  const ascii = title
    .normalize('NFC')
    .toLowerCase()
    .replace(FOREIGN, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '');
  const joined = ascii.replace(/[^a-z0-9]+/gu, '-');
  return trimDashes(trimDashes(joined).slice(0, MAX_LENGTH)) || FALLBACK;
}

/** The slug itself, or with the lowest of `-2`, `-3`, … that is not taken. */
export function uniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = trimDashes(slug.slice(0, MAX_LENGTH - suffix.length)) + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}

function trimDashes(text: string): string {
  return text.replace(/^-+|-+$/gu, '');
}
