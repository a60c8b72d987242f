export type PageLanguage = 'en' | 'de';

/**
 * The language for a page of the host itself, from `Accept-Language` (RFC 9110, 12.5.4): the first of those that
 * weigh most, English without any. The setting is not told to whoever comes without the token.
 */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wishes = (accepted ?? '').split(',').map(parseWish);
  const known = wishes.filter(({ language, weight }) => /^(en|de)$/.test(language) && weight > 0);
  const [first] = known.toSorted((a, b) => b.weight - a.weight);
  return first?.language === 'de' ? 'de' : 'en';
}

interface Wish {
  readonly language: string;
  readonly weight: number;
}

function parseWish(text: string): Wish {
  const [tag = '', weight = 'q=1'] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const value = Number(/^q=([01](?:\.\d{0,3})?)$/.exec(weight)?.[1] ?? 0);
  return { language: tag.split('-')[0] ?? '', weight: value };
}
