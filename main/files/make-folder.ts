import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCodeOf } from './error-code-of.ts';

/**
 * A folder that a person named, with those above it. Node's own `recursive` never ends where the system says that a
 * folder that is there is not, as it does below /proc and below the mount points of autofs.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT' && !(await isThere(dirname(folder)))) {
      await makeFolder(dirname(folder));
      return makeFolder(folder);
    }
    if (!(await isFolder(folder))) throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  return dirname(path) === path || (await stat(path).catch(() => null)) !== null;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
