import { AppError } from '../../core/errors/app-error.ts';
import type { Engine } from '../engine.ts';
import { libraryInFolder } from '../library-in-folder.ts';
import { chooseLibraryPlace } from '../library-place.ts';
import type { Dialogs } from './dialogs.ts';
import { userPlaces } from './user-places.ts';

export interface LibrarySwitch {
  /** Asks for a folder, and whether to start anew with the library there. */
  ask(): Promise<void>;
  /** The application goes on with the library that is open. */
  stay(): void;
  /** When everything has ended. @returns true: the next launch opens what was chosen, and is to begin at once */
  leave(): boolean;
}

export interface LibrarySwitchNeeds {
  readonly dialogs: Pick<Dialogs, 'chooseLibrary' | 'confirmLibrary'>;
  readonly opening: Promise<Pick<Engine, 'paths'>>;
  /** A person may still decide to stay; answers whether the application goes. */
  readonly quit: () => Promise<boolean>;
}

export function createLibrarySwitch({ dialogs, opening, quit }: LibrarySwitchNeeds): LibrarySwitch {
  let next: string | null = null;
  return {
    async ask() {
      refuseNamedLibrary();
      const folder = await dialogs.chooseLibrary();
      if (folder === null) return;
      const { path, isThere } = await libraryInFolder(folder);
      const { paths } = await opening;
      if (path === paths.root) return;
      if (!(await dialogs.confirmLibrary({ path, isThere, current: paths.root }))) return;
      next = path;
      if (!(await quit())) next = null;
    },
    stay() {
      next = null;
    },
    leave() {
      if (next === null) return false;
      chooseLibraryPlace(next, userPlaces());
      return true;
    },
  };
}

/** @throws AppError input/invalid */
function refuseNamedLibrary(): void {
  const named = process.env.AVLOGUE_LIBRARY ?? '';
  if (named === '') return;
  throw new AppError(
    'input/invalid',
    `AVLOGUE_LIBRARY names the library of this launch (${named}). Start AVlogue without it to open another.`,
  );
}
