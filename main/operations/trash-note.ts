import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { liesWithin } from '../files/folder-relations.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { filesOf } from './trash-files.ts';

const NAME = 'removal.json';

const noteSchema = z.array(
  /** The files are relative to the library, with `/`. */
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
  const note = media.map((one) => ({
    mediaId: one.id,
    files: filesOf(one, paths).map((file) => inLibrary(file, paths)),
  }));
  await writeFileAtomically(join(folder, NAME), JSON.stringify(note));
}

/** At the start: removes what such a crash left. Media that are still in the catalog were never removed. */
export async function finishRemovals(paths: LibraryPaths, catalog: Catalog): Promise<void> {
  const tokens = await readdir(paths.trash).catch(() => []);
  const notes = await Promise.all(tokens.map((token) => readNote(join(paths.trash, token, NAME))));
  const removed = notes.flat().filter(({ mediaId }) => catalog.get('media', mediaId) === undefined);
  if (removed.length === 0) return;
  const places = await ownPlaces(paths);
  const uploads = namesOfUploads(catalog);
  for (const { files } of removed) {
    const left = files
      .map((file) => join(paths.root, file))
      .filter((path) => places.has(dirname(path)) && !uploads.has(basename(path)))
      .filter((path) => catalog.mediaByPath(path) === undefined);
    await Promise.all(left.map(removeQuietly));
  }
}

function inLibrary(path: string, { root }: LibraryPaths): string {
  return relative(root, path).replaceAll(sep, '/');
}

/** A library may have been copied, moved or handed on: its note never reaches beyond it, not through a link either. */
async function ownPlaces(paths: LibraryPaths): Promise<ReadonlySet<string>> {
  const places = new Set<string>();
  for (const place of [paths.renditions, paths.captions, paths.posters, paths.masters])
    if (await liesWithin(place, paths.root)) places.add(place);
  return places;
}

/** Not by their paths alone: in a copied library those still lead into the first one. */
function namesOfUploads(catalog: Catalog): ReadonlySet<string> {
  const uploads = [...catalog.all('media').values()].filter(({ master }) => master.ownedByLibrary);
  return new Set(uploads.map(({ master }) => basename(master.path)));
}

async function readNote(path: string): Promise<z.infer<typeof noteSchema>> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // none was written, or it was torn: then nothing was committed either
    return [];
  }
}
