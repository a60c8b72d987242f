import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { filesOf } from './trash-files.ts';

const NAME = 'removal.json';

const noteSchema = z.array(
  z.object({ mediaId: z.string(), files: z.array(z.string()).readonly() }),
);

/**
 * Written before media leave the catalog: a crash before their files are in the trash would leave files that
 * nobody knows of.
 */
export async function writeRemovalNote(
  folder: string,
  media: readonly Media[],
  paths: LibraryPaths,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const note = media.map((one) => ({ mediaId: one.id, files: filesOf(one, paths) }));
  await writeFileAtomically(join(folder, NAME), JSON.stringify(note));
}

/** At the start: removes what such a crash left. Media that are still in the catalog were never removed. */
export async function finishRemovals(paths: LibraryPaths, catalog: Catalog): Promise<void> {
  for (const token of await readdir(paths.trash).catch(() => [])) {
    for (const { mediaId, files } of await readNote(join(paths.trash, token, NAME))) {
      if (catalog.get('media', mediaId) !== undefined) continue;
      const unused = files.filter((file) => catalog.mediaByPath(file) === undefined);
      await Promise.all(unused.map(removeQuietly));
    }
  }
}

async function readNote(path: string): Promise<z.infer<typeof noteSchema>> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // none was written, or it was torn: then nothing was committed either
    return [];
  }
}
