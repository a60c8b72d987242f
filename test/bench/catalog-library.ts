import { mkdir, writeFile } from 'node:fs/promises';
import { currentVersion, MIGRATIONS } from '../../core/catalog/migrations.ts';
import { DEFAULT_SETTINGS } from '../../core/model/library.ts';
import type { Media } from '../../core/model/media.ts';
import { createStore } from '../../main/catalog/store.ts';
import { type LibraryPaths, libraryPaths } from '../../main/library-paths.ts';
import { hashOf, sampleMedia, sampleRenditions } from '../core/catalog/sample-media.ts';

/** A closed library with so many media, six renditions each; `changes` go for all of them. */
export async function writeLibrary(
  root: string,
  mediaCount: number,
  changes: Partial<Media> = {},
): Promise<LibraryPaths> {
  const paths = libraryPaths(root);
  await mkdir(paths.root, { recursive: true });
  await createStore(paths.snapshot).write({
    version: currentVersion(MIGRATIONS),
    sequence: 0,
    writtenBy: 'benchmark',
    collections: { media: manyMedia(mediaCount, changes), settings: [DEFAULT_SETTINGS] },
  });
  await writeFile(paths.journal, '');
  return paths;
}

function* manyMedia(count: number, changes: Partial<Media>) {
  for (let number = 0; number < count; number += 1) {
    const { id } = sampleMedia(number);
    yield sampleMedia(number, {
      ...changes,
      renditions: sampleRenditions(id, hashOf(number), 6),
    });
  }
}
