import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { removeQuietly } from './remove-quietly.ts';
import { temporaryPathFor } from './temporary-path.ts';

/**
 * The time, in milliseconds since the epoch, that a file written into this folder now is given: on a network share
 * by the clock of its server, which may be seconds or hours off ours. The folder is made.
 * @returns null when nothing can be written there
 */
export async function diskNow(folder: string): Promise<number | null> {
  const path = temporaryPathFor(join(folder, 'now'));
  try {
    await makeFolder(folder);
    await writeFile(path, '');
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  } finally {
    await removeQuietly(path);
  }
}
