import { constants } from 'node:fs';
import { copyFile, link, open } from 'node:fs/promises';
import { errorCodeOf } from '../files/error-code-of.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { replaceFile } from '../files/replace-file.ts';
import { temporaryPathFor } from '../files/temporary-path.ts';

/**
 * Gives a file that is about to be replaced a second name, over what had that name; costs nothing where the
 * file system knows hard links. false: there is no such file.
 */
export async function keepCopy(path: string, copy: string): Promise<boolean> {
  const temporary = temporaryPathFor(copy);
  try {
    await linkOrCopy(path, temporary);
    await replaceFile(temporary, copy);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return false;
    throw error;
  } finally {
    // renaming does nothing when both names mean the same file
    await removeQuietly(temporary);
  }
}

async function linkOrCopy(path: string, copy: string): Promise<void> {
  try {
    await link(path, copy);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') throw error;
    await copySynced(path, copy);
  }
}

/** For a damaged file that will be written on: bytes of its own. */
export async function copySynced(path: string, copy: string): Promise<void> {
  await copyFile(path, copy, constants.COPYFILE_EXCL);
  const file = await open(copy, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
