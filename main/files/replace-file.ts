import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCodeOf } from './error-code-of.ts';
import { syncFolder } from './sync-folder.ts';

/** On Windows a scanner or a reader may hold either file for a moment. */
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const WAITS_MS = [10, 20, 50, 100, 200, 400, 800];

/**
 * Gives a finished, synced file its final name, over what stood there, and makes that survive a power cut.
 * Both must lie on the same file system. Rejects with the system's error; the temporary file is left as it is.
 */
export async function replaceFile(temporary: string, final: string): Promise<void> {
  await renamePatiently(temporary, final);
  await syncFolder(dirname(final));
}

async function renamePatiently(from: string, to: string): Promise<void> {
  const waits = process.platform === 'win32' ? WAITS_MS : [];
  for (const milliseconds of waits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!HELD.has(errorCodeOf(error) ?? '')) throw error;
    }
    await wait(milliseconds);
  }
  await rename(from, to);
}
