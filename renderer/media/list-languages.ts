/** The languages that websites are most often captioned in, as BCP 47 tags; others come from a file's name. */
const TAGS = (
  'ar bg bn ca cs da de el en en-GB en-US es es-419 et eu fa fi fil fr fr-CA ga gl he hi hr hu hy id is it ja ka kk km ' +
  'ko lt lv mk ml mr ms mt my nb ne nl nn pa pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh-Hans zh-Hant'
).split(' ');

export interface LanguageChoice {
  readonly value: string;
  readonly label: string;
}

/** By their names in the language of the interface, with `also` among them. */
export function listLanguages(inLanguage: string, also: string | null): readonly LanguageChoice[] {
  const names = new Intl.DisplayNames([inLanguage], { type: 'language' });
  const tags = also === null || TAGS.includes(also) ? TAGS : [...TAGS, also];
  return tags
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, inLanguage));
}
