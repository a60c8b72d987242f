import { join, resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

type Surroundings = Pick<Terminal, 'environment' | 'platform' | 'homeFolder' | 'workingFolder'>;

/** `--library`, else $AVLOGUE_LIBRARY, else `avlogue` where this system keeps a user's data. */
export function chooseLibrary(option: string | undefined, surroundings: Surroundings): string {
  const named = option ?? surroundings.environment.AVLOGUE_LIBRARY;
  if (named !== undefined && named !== '') return resolve(surroundings.workingFolder, named);
  return join(userDataFolder(surroundings), 'avlogue');
}

function userDataFolder({ environment, platform, homeFolder }: Surroundings): string {
  if (platform === 'win32') return environment.APPDATA ?? join(homeFolder, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Application Support');
  return environment.XDG_DATA_HOME ?? join(homeFolder, '.local', 'share');
}
