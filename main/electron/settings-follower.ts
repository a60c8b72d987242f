import { app, nativeTheme } from 'electron';
import type { Settings } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { settingsOf } from '../planner.ts';
import { chooseTexts } from './texts/choose-texts.ts';
import type { Texts } from './texts/en.ts';

/** Language and theme of what the system draws follow the settings. Calls at once, then at each change. */
export function followSettings(
  catalog: Catalog,
  onChange: (texts: Texts) => void,
): { stop(): void } {
  function apply(): void {
    const { language, theme } = settingsOf(catalog);
    nativeTheme.themeSource = themeSourceOf(theme);
    onChange(systemTexts(language));
  }
  apply();
  const stop = catalog.subscribe(({ touched }) => {
    if (touched.some(({ collection }) => collection === 'settings')) apply();
  });
  return { stop };
}

export function systemTexts(language: Settings['language']): Texts {
  return chooseTexts(language, app.getPreferredSystemLanguages());
}

/** High contrast is light or dark as the system is. */
function themeSourceOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'high-contrast' ? 'system' : theme;
}
