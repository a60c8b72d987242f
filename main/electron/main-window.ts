import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { DesktopCommand } from '../../core/desktop/bridge.ts';
import { CHANNELS } from '../../core/desktop/bridge.ts';
import { APP_PAGE } from './app-scheme.ts';
import { createWindowHiding } from './hide-window.ts';
import type { WindowMemory } from './window-memory.ts';
import { placeWindow, SMALLEST_WINDOW } from './window-place.ts';
import { createWindowTheme, type WindowTheme } from './window-theme.ts';

/** Built by the same script into the same place, in a checkout and in a package. */
const PRELOAD = join(import.meta.dirname, '..', '..', 'preload', 'dist', 'preload.cjs');

export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  readonly theme: WindowTheme;
  /** In front, out of the background or the dock. */
  show(): void;
  /** Gone from the screen, and still there. */
  hide(): void;
  /** Lets the page follow a menu item. */
  tell(command: DesktopCommand): void;
}

/** The one window, where it was left. It appears when the page has painted, so that nothing flashes. */
export function createMainWindow(memory: WindowMemory): MainWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const left = memory.recall();
  const place = placeWindow(left, areas);
  const theme = createWindowTheme(left?.theme ?? 'system');
  const browserWindow = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: 'AVlogue',
    show: false,
    backgroundColor: theme.colour,
    webPreferences: {
      preload: PRELOAD,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  theme.follow(browserWindow);
  const hiding = createWindowHiding({ window: browserWindow, platform: process.platform });
  const window: MainWindow = {
    browserWindow,
    theme,
    show() {
      hiding.keep();
      if (browserWindow.isMinimized()) browserWindow.restore();
      browserWindow.show();
      browserWindow.focus();
    },
    hide: hiding.hide,
    tell(command) {
      browserWindow.webContents.send(CHANNELS.command, command);
    },
  };
  browserWindow.once('ready-to-show', () => {
    if (place.maximized) browserWindow.maximize();
    browserWindow.show();
  });
  browserWindow.on('close', () => {
    memory.remember({
      bounds: browserWindow.getNormalBounds(),
      maximized: browserWindow.isMaximized(),
      theme: theme.current,
    });
  });
  return window;
}

/** @throws when the page cannot be loaded */
export async function loadPage({ browserWindow }: MainWindow): Promise<void> {
  await browserWindow.loadURL(APP_PAGE);
}
