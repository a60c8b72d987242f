import { type BrowserWindow, nativeTheme } from 'electron';
import type { Settings } from '../../core/model/library.ts';
import { GROUNDS } from './grounds.ts';

type Theme = Settings['theme'];

/** The theme of what the system draws: title bar, menus, dialogs, and the window until its page has painted. */
export interface WindowTheme {
  readonly current: Theme;
  /** Of the page's own ground. */
  readonly colour: string;
  change(theme: Theme): void;
  /** The window's ground follows until it is closed, also when the system's theme changes. */
  follow(window: BrowserWindow): void;
}

/** @param remembered of the last launch: the page asks for the settings only when the library is open */
export function createWindowTheme(remembered: Theme): WindowTheme {
  let current = remembered;
  let paint = () => {};
  nativeTheme.themeSource = themeSourceOf(current);

  function colour(): string {
    if (!nativeTheme.shouldUseDarkColors) return GROUNDS.light;
    return current === 'high-contrast' ? GROUNDS.black : GROUNDS.dark;
  }

  return {
    get current() {
      return current;
    },
    get colour() {
      return colour();
    },
    change(theme) {
      current = theme;
      nativeTheme.themeSource = themeSourceOf(theme);
      paint();
    },
    follow(window) {
      paint = () => {
        if (!window.isDestroyed()) window.setBackgroundColor(colour());
      };
      nativeTheme.on('updated', paint);
      window.once('closed', () => nativeTheme.off('updated', paint));
    },
  };
}

/** High contrast is light or dark as the system is. */
function themeSourceOf(theme: Theme): 'system' | 'light' | 'dark' {
  return theme === 'high-contrast' ? 'system' : theme;
}
