import { createContext, use } from 'react';
import type { Settings } from '../../core/model/library.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { createFigures, type Figures } from './figures.ts';
import { type LocalNames, localNames } from './local-names.ts';

export interface Language {
  readonly code: 'en' | 'de';
  readonly t: Texts;
  readonly figures: Figures;
  readonly names: LocalNames;
}

/** `preferred` are the browser's languages, best first; dates and numbers keep its region. */
export function chooseLanguage(
  setting: Settings['language'],
  preferred: readonly string[],
): Language {
  const spoken = preferred.find((tag) => /^(en|de)\b/i.test(tag)) ?? 'en';
  const code =
    setting === 'system' ? (spoken.toLowerCase().startsWith('de') ? 'de' : 'en') : setting;
  const locale = preferred.find((tag) => tag.toLowerCase().startsWith(code)) ?? code;
  return {
    code,
    t: code === 'de' ? de : en,
    figures: createFigures(locale),
    names: localNames(code),
  };
}

export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === null) throw new Error('No language: wrap the tree in LanguageContext.');
  return language;
}
