import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../core/model/media.ts';
import { type LibraryPaths, libraryPaths } from '../../../main/library-paths.ts';
import { finishRemovals, writeRemovalNote } from '../../../main/operations/trash-note.ts';
import { videoMedia } from '../../core/snippet/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { memoryCatalog } from '../publishing/memory-catalog.ts';

function upload(id: string, { masters }: LibraryPaths): Media {
  const media = videoMedia({ id, slug: id });
  const path = join(masters, 'clip.mp4');
  return { ...media, master: { ...media.master, path, ownedByLibrary: true } };
}

async function fill(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** The library `a`, cut off after its one upload left the catalog and before the files were moved. */
async function cutOff(root: string): Promise<LibraryPaths> {
  const paths = libraryPaths(root);
  await fill(join(paths.masters, 'clip.mp4'), 'removed');
  await fill(join(paths.renditions, 'm1', 'h264.mp4'), 'removed');
  await fill(join(paths.posters, 'm1-1.jpg'), 'removed');
  await writeRemovalNote(join(paths.trash, 'token'), [upload('m1', paths)], paths);
  return paths;
}

describe('the end of a removal that was cut off', () => {
  it('reaches the files of a library that was moved since', async () => {
    await using folder = await temporaryFolder();
    await cutOff(folder.at('a'));
    await rename(folder.at('a'), folder.at('b'));
    const moved = libraryPaths(folder.at('b'));
    await finishRemovals(moved, memoryCatalog());
    for (const place of [moved.masters, moved.renditions, moved.posters])
      expect(await readdir(place)).toEqual([]);
  });

  it('in a copied library leaves the first one alone', async () => {
    await using folder = await temporaryFolder();
    const first = await cutOff(folder.at('a'));
    await cp(folder.at('a'), folder.at('b'), { recursive: true });
    const master = join(first.masters, 'clip.mp4');
    await writeFile(master, 'uploaded anew');
    await finishRemovals(libraryPaths(folder.at('b')), memoryCatalog());
    expect(await readFile(master, 'utf8')).toBe('uploaded anew');
    expect(await readdir(libraryPaths(folder.at('b')).masters)).toEqual([]);
  });

  it('keeps a new upload of the same name, also in a copy whose catalog still names the first place', async () => {
    await using folder = await temporaryFolder();
    const first = await cutOff(folder.at('a'));
    await cp(folder.at('a'), folder.at('b'), { recursive: true });
    const copy = libraryPaths(folder.at('b'));
    const record = upload('m2', first);
    await finishRemovals(copy, memoryCatalog([{ type: 'put', collection: 'media', record }]));
    expect(await readdir(copy.masters)).toEqual(['clip.mp4']);
    expect(await readdir(copy.renditions)).toEqual([]);
  });

  it('never reaches beyond the folders that hold what belongs to media', async () => {
    await using folder = await temporaryFolder();
    const paths = libraryPaths(folder.at('library'));
    const letters = ['outside.txt', 'linked/letter.txt', 'library/catalog.json'];
    for (const letter of letters) await fill(folder.at(letter), 'kept');
    await symlink(folder.at('linked'), paths.masters);
    const files = [
      folder.at('outside.txt'),
      folder.path,
      '../outside.txt',
      'renditions/../../outside.txt',
      'masters/letter.txt',
      'masters',
      'catalog.json',
      '.',
      '',
    ];
    await mkdir(join(paths.trash, 'token'), { recursive: true });
    const note = JSON.stringify([{ mediaId: 'm1', files }]);
    await writeFile(join(paths.trash, 'token', 'removal.json'), note);
    await finishRemovals(paths, memoryCatalog());
    for (const letter of letters) expect(await readFile(folder.at(letter), 'utf8')).toBe('kept');
    expect(await readdir(paths.masters)).toEqual(['letter.txt']);
  });
});
