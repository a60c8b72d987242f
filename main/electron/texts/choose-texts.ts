import type { Settings } from '../../../core/model/library.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';

/** @param systemLanguages as the system prefers them, `de-AT` first */
export function chooseTexts(
  setting: Settings['language'],
  systemLanguages: readonly string[],
): Texts {
  const wanted = setting === 'system' ? systemLanguages : [setting];
  for (const language of wanted) {
    const [base] = language.toLowerCase().split('-');
    if (base === 'de') return de;
    if (base === 'en') return en;
  }
  return en;
}
