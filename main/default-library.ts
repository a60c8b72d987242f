import { join } from 'node:path';

export interface UserPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
}

/** `avlogue` where this system keeps a user's data: the same for the window and the terminal. */
export function defaultLibraryPath(places: UserPlaces): string {
  return join(userDataFolder(places), 'avlogue');
}

/** Says where the library lies, once another place than the usual one was chosen. */
export function chosenLibraryFile(places: UserPlaces): string {
  return join(userDataFolder(places), 'avlogue-library.json');
}

function userDataFolder({ environment, platform, homeFolder }: UserPlaces): string {
  if (platform === 'win32') return environment.APPDATA ?? join(homeFolder, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support');
  return environment.XDG_DATA_HOME ?? join(homeFolder, '.local', 'share');
}
