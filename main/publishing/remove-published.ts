import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublishTarget } from '../../core/model/library.ts';
import { PAGE_NAME } from '../../core/publishing/published-names.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';

/** Not empty (foreign files), not there, or held by someone: the folder may stay. */
const STAYS = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY', 'EPERM', 'EACCES']);

/**
 * Removes these files and their folders where nothing else is left in them; pages go before what they refer to.
 * @throws AppError publish/target-unwritable
 */
export async function removePublished(
  target: PublishTarget,
  files: readonly string[],
): Promise<void> {
  const [pages, others] = [true, false].map((page) =>
    files.filter((file) => file.endsWith(`/${PAGE_NAME}`) === page),
  );
  const paths = [...(pages ?? []), ...(others ?? [])].map((file) => pathInTarget(target, file));
  try {
    for (const path of paths) await rm(path, { force: true, maxRetries: 3 });
    for (const folder of new Set(paths.map(dirname))) await removeEmptyFolder(folder);
  } catch (error) {
    throw targetError(error, target);
  }
}

/** Leaves it where it is not empty. Rejects with the system's error. */
export async function removeEmptyFolder(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!STAYS.has(errorCodeOf(error) ?? '')) throw error;
  }
}
