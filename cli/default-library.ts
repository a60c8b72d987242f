import { resolve } from 'node:path';
import { libraryPlace } from '../main/library-place.ts';
import type { Terminal } from './terminal.ts';

type Surroundings = Pick<Terminal, 'environment' | 'platform' | 'homeFolder' | 'workingFolder'>;

/**
 * `--library`, else $AVLOGUE_LIBRARY, else the place chosen in the window, else where this system keeps a user's data.
 * @throws AppError catalog/place-lost, catalog/unreadable
 */
export function chooseLibrary(option: string | undefined, surroundings: Surroundings): string {
  const named = option ?? surroundings.environment.AVLOGUE_LIBRARY;
  if (named !== undefined && named !== '') return resolve(surroundings.workingFolder, named);
  return libraryPlace(surroundings);
}
