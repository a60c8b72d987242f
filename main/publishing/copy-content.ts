import { constants, createReadStream } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { isSystemError } from './publish-errors.ts';

const CHUNK_BYTES = 1024 * 1024;

/**
 * Shares the blocks where the file system can. What has to be copied passes through here piece by piece, since
 * the system's own copy of a large file cannot be broken off. Rejects with the system's error.
 */
export async function copyContent(
  source: string,
  path: string,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  if (await shareBlocks(source, path)) return;
  const handle = await open(path, 'w');
  try {
    const content = createReadStream(source, { highWaterMark: CHUNK_BYTES, signal });
    await handle.writeFile(content, { signal });
  } finally {
    await handle.close();
  }
}

/** Why they cannot be shared is told by the copy, if it matters there too. */
async function shareBlocks(source: string, path: string): Promise<boolean> {
  try {
    await copyFile(source, path, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
