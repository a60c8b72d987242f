import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG_FILES } from './library-in-folder.ts';

export interface UserPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
}

const OWN_FOLDER = 'avlogue';

/**
 * `avlogue` where this system keeps a user's data: the same for the window and the terminal. On Windows one that is in
 * the roaming profile already stays there.
 */
export function defaultLibraryPath(places: UserPlaces): string {
  const path = join(userDataFolder(places), OWN_FOLDER);
  if (places.platform !== 'win32' || holdsLibrary(path)) return path;
  const roaming = join(roamingFolder(places), OWN_FOLDER);
  return holdsLibrary(roaming) ? roaming : path;
}

/** Says where the library lies, once another place than the usual one was chosen. */
export function chosenLibraryFile(places: UserPlaces): string {
  return join(userDataFolder(places), 'avlogue-library.json');
}

/** Which FFmpeg was chosen by this user, see `conversion/chosen-tools.ts`. */
export function chosenToolsFile(places: UserPlaces): string {
  return join(userDataFolder(places), 'avlogue-tools.json');
}

/** Not the roaming profile of Windows, which managed networks copy at every log-on. */
function userDataFolder({ environment, platform, homeFolder }: UserPlaces): string {
  if (platform === 'win32') return environment.LOCALAPPDATA ?? join(homeFolder, 'AppData', 'Local');
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support');
  return environment.XDG_DATA_HOME ?? join(homeFolder, '.local', 'share');
}

function roamingFolder({ environment, homeFolder }: UserPlaces): string {
  return environment.APPDATA ?? join(homeFolder, 'AppData', 'Roaming');
}

function holdsLibrary(folder: string): boolean {
  return CATALOG_FILES.some((name) => existsSync(join(folder, name)));
}
