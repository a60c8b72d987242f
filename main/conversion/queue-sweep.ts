import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeQuietly } from '../files/remove-quietly.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';

/**
 * Removes what a crash left half written in the folders of the renditions. Files begun after `beforeMs` belong
 * to work that runs now and stay.
 */
export async function sweepTemporaryFiles(
  renditionsFolder: string,
  beforeMs: number,
): Promise<void> {
  for (const name of await namesIn(renditionsFolder)) {
    const folder = join(renditionsFolder, name);
    for (const file of await namesIn(folder)) {
      if (isTemporaryPath(file)) await removeOlder(join(folder, file), beforeMs);
    }
  }
}

async function removeOlder(path: string, beforeMs: number): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && found.mtimeMs < beforeMs) await removeQuietly(path);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
