import { resolve } from 'node:path';
import { defaultLibraryPath } from '../main/default-library.ts';
import type { Terminal } from './terminal.ts';

type Surroundings = Pick<Terminal, 'environment' | 'platform' | 'homeFolder' | 'workingFolder'>;

/** `--library`, else $AVLOGUE_LIBRARY, else where this system keeps a user's data. */
export function chooseLibrary(option: string | undefined, surroundings: Surroundings): string {
  const named = option ?? surroundings.environment.AVLOGUE_LIBRARY;
  if (named !== undefined && named !== '') return resolve(surroundings.workingFolder, named);
  return defaultLibraryPath(surroundings);
}
