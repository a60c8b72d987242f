/** ISO 639-2 codes that name no language. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['und', 'mis', 'mul', 'zxx']);

/** BCP 47 for `srclang` from what files carry (`ger`, `deu`, `pt_BR`); null when it is no language. */
export function languageTag(code: string | null): string | null {
  if (code === null) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(code.trim().replaceAll('_', '-'));
    if (tag === undefined || NO_LANGUAGE.has(tag)) return null;
    return nameOf(tag, 'en') === null ? null : tag;
  } catch {
    return null;
  }
}

/** The language in its own words (`Deutsch`), as menus of players list it. */
export function languageName(tag: string): string {
  const name = nameOf(tag, tag) ?? nameOf(tag, 'en') ?? tag;
  const first = [...name].at(0) ?? '';
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}

function nameOf(tag: string, inLanguage: string): string | null {
  const names = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' });
  return names.of(tag) ?? null;
}
