import { shell } from 'electron';
import type { Engine } from '../engine.ts';
import type { Dialogs } from './dialogs.ts';
import type { LibraryDoor } from './library-door.ts';
import type { MenuActions } from './menu-template.ts';

export interface MenuActionNeeds {
  readonly opening: Promise<Pick<Engine, 'paths'>>;
  readonly dialogs: Pick<Dialogs, 'choose'>;
  readonly door: Pick<LibraryDoor, 'add'>;
  readonly logFile: string;
  readonly command: MenuActions['command'];
  /** Brings the window to the front. */
  readonly show: () => void;
  readonly quit: () => void;
}

/** What the menu does, also while the library is still opened: then it waits for that. */
export function createMenuActions(needs: MenuActionNeeds): MenuActions {
  const { opening, dialogs, door, command, show, quit } = needs;

  async function add(choice: 'files' | 'folders'): Promise<void> {
    const paths = await dialogs.choose(choice);
    if (paths.length === 0) return;
    show();
    await door.add(paths);
  }

  async function showLibrary(): Promise<void> {
    // why a library cannot be opened is told at the start, once
    const engine = await opening.catch(() => null);
    if (engine !== null) await shell.openPath(engine.paths.root);
  }

  return {
    command,
    addFiles: () => void add('files'),
    addFolder: () => void add('folders'),
    showLibrary: () => void showLibrary(),
    showLog: () => shell.showItemInFolder(needs.logFile),
    quit,
  };
}
