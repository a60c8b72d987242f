import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishTarget } from '../../core/model/library.ts';
import { MEDIA_FOLDER } from '../../core/publishing/published-names.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';

/** Removes what a killed publication was still writing, in the folders that AVlogue writes to. Links are not followed. */
export async function sweepTarget(target: PublishTarget): Promise<void> {
  await sweepFolder(target.path);
  const media = join(target.path, MEDIA_FOLDER);
  for (const entry of await entriesOf(media))
    if (entry.isDirectory()) await sweepFolder(join(media, entry.name));
}

async function sweepFolder(folder: string): Promise<void> {
  for (const entry of await entriesOf(folder))
    if (entry.isFile() && isTemporaryPath(entry.name))
      await removeQuietly(join(folder, entry.name));
}

/** A folder that cannot be listed now (not there yet, a drive that is away) is swept another time. */
async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCodeOf(error) === null) throw error;
    return [];
  }
}
