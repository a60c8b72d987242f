import { open } from 'node:fs/promises';
import { errorCodeOf } from './error-code-of.ts';

/** Windows cannot open folders, and some network file systems cannot sync them: there a rename is as safe as it gets. */
const UNSUPPORTED = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);

/** Makes new, renamed and removed names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!UNSUPPORTED.has(errorCodeOf(error) ?? '')) throw error;
  }
}
