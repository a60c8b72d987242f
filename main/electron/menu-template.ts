import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopCommand } from '../../core/desktop/bridge.ts';
import type { Texts } from './texts/en.ts';

export interface MenuActions {
  command(command: DesktopCommand): void;
  addFiles(): void;
  addFolder(): void;
  showLibrary(): void;
  showLog(): void;
  quit(): void;
}

export interface MenuOptions {
  readonly texts: Texts;
  readonly platform: NodeJS.Platform;
  /** Reload and developer tools; not in a packaged application. */
  readonly forDevelopers: boolean;
  readonly actions: MenuActions;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** The whole menu bar. On a Mac the application's own menu comes first, and settings and quitting stand there. */
export function buildMenu(options: MenuOptions): readonly Item[] {
  const isMac = options.platform === 'darwin';
  return [
    ...(isMac ? [macMenu(options)] : []),
    fileMenu(options, isMac),
    editMenu(options, isMac),
    viewMenu(options),
    { role: 'windowMenu', label: options.texts.menu.window },
    helpMenu(options, isMac),
  ];
}

function macMenu(options: MenuOptions): Item {
  return {
    label: 'AVlogue',
    submenu: [
      { role: 'about', label: options.texts.menu.about },
      SEPARATOR,
      settingsItem(options),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      quitItem(options),
    ],
  };
}

function fileMenu(options: MenuOptions, isMac: boolean): Item {
  const { texts, actions } = options;
  return {
    label: texts.menu.file,
    submenu: [
      { label: texts.menu.addFiles, accelerator: 'CmdOrCtrl+O', click: actions.addFiles },
      { label: texts.menu.addFolder, accelerator: 'CmdOrCtrl+Shift+O', click: actions.addFolder },
      SEPARATOR,
      { label: texts.menu.showLibrary, click: actions.showLibrary },
      SEPARATOR,
      { role: 'close' },
      ...(isMac ? [] : [settingsItem(options), SEPARATOR, quitItem(options)]),
    ],
  };
}

function editMenu({ texts, actions }: MenuOptions, isMac: boolean): Item {
  return {
    label: texts.menu.edit,
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
      { role: 'delete' },
      { role: 'selectAll' },
      SEPARATOR,
      {
        label: texts.menu.find,
        accelerator: 'CmdOrCtrl+F',
        click: () => actions.command('find'),
      },
    ],
  };
}

function viewMenu({ texts, actions, forDevelopers }: MenuOptions): Item {
  const places = ['library', 'queue', 'publish', 'formats'] as const;
  const tools: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR];
  return {
    label: texts.menu.view,
    submenu: [
      ...places.map((place, index) => ({
        label: texts.menu[place],
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => actions.command(place),
      })),
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      ...(forDevelopers ? tools : []),
      { role: 'togglefullscreen' },
    ],
  };
}

function helpMenu({ texts, actions }: MenuOptions, isMac: boolean): Item {
  return {
    role: 'help',
    label: texts.menu.help,
    submenu: [
      { label: texts.menu.shortcuts, click: () => actions.command('shortcuts') },
      { label: texts.menu.showLog, click: actions.showLog },
      ...(isMac ? [] : [SEPARATOR, { role: 'about', label: texts.menu.about } as const]),
    ],
  };
}

function settingsItem({ texts, actions }: MenuOptions): Item {
  return {
    label: texts.menu.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.command('settings'),
  };
}

/** Not the role: converting must be asked about, and the engine ended, first. */
function quitItem({ texts, actions }: MenuOptions): Item {
  return { label: texts.menu.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit };
}
