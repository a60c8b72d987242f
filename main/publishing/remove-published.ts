import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublishTarget } from '../../core/model/library.ts';
import { PAGE_NAME } from '../../core/publishing/published-names.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';

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
    throw await targetError(error, target);
  }
}

/** Where something else is in it, or it cannot be removed now, it stays: an empty folder harms nobody. */
export async function removeEmptyFolder(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
  }
}
