import { app } from 'electron';
import type { Settings } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { settingsOf } from '../planner.ts';
import { chooseTexts } from './texts/choose-texts.ts';
import type { Texts } from './texts/en.ts';

/** Calls at once, then at each change. */
export function followSettings(
  catalog: Catalog,
  onChange: (settings: Settings) => void,
): { stop(): void } {
  const apply = () => onChange(settingsOf(catalog));
  apply();
  const stop = catalog.subscribe(({ touched }) => {
    if (touched.some(({ collection }) => collection === 'settings')) apply();
  });
  return { stop };
}

export function systemTexts(language: Settings['language']): Texts {
  return chooseTexts(language, app.getPreferredSystemLanguages());
}
