import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Media } from '../../../core/model/media.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { noticeMastersBack } from '../../../main/conversion/master-back.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, put } from '../catalog/catalog-helpers.ts';

/** A catalog with media that are called missing, though their files stand there. */
async function roomOfMissing(folder: TemporaryFolder, count: number) {
  const media = Array.from({ length: count }, (_, number): Media => {
    const { master, ...others } = sampleMedia(number);
    const path = folder.at(`${number}.mp4`);
    return {
      ...others,
      master: { ...master, path, status: 'missing' },
      problem: { code: 'conversion/master-missing', message: 'Gone.', details: {} },
    };
  });
  for (const { master } of media) await writeFile(master.path, 'x');
  const catalog = await openAt(folder.at('library'));
  await catalog.commit(media.map(put));
  let commits = 0;
  catalog.subscribe(() => {
    commits += 1;
  });
  return {
    catalog,
    media,
    ids: media.map(({ id }) => id),
    commits: () => commits,
    [Symbol.asyncDispose]: () => catalog.close(),
  };
}

test('masters that are back are written down together, with their problem gone', async () => {
  await using folder = await temporaryFolder();
  await using room = await roomOfMissing(folder, 5);
  await noticeMastersBack(room.ids, room.catalog);
  for (const id of room.ids) {
    const media = room.catalog.get('media', id);
    expect(media).toMatchObject({ master: { status: 'present' }, problem: null });
  }
  expect(room.commits()).toBe(1);
});

test('a media that got another place while the disk was asked keeps that', async () => {
  await using folder = await temporaryFolder();
  await using room = await roomOfMissing(folder, 1);
  const [media] = room.media;
  if (media === undefined) throw new Error('no media');
  const master = { ...media.master, path: folder.at('new.mp4'), sizeBytes: 2 };
  const fields = { master: { ...master, status: 'present' } } as const;
  let asked = 0;
  const catalog: Pick<Catalog, 'get' | 'commit'> = {
    commit: room.catalog.commit,
    // the first time before the disk is asked, then with its answer there
    get: (collection, id) => {
      asked += 1;
      const found = room.catalog.get(collection, id);
      return asked > 1 && found !== undefined ? { ...found, ...fields } : found;
    },
  };
  await noticeMastersBack(room.ids, catalog);
  expect(asked).toBe(2);
  expect(room.commits()).toBe(0);
});

test('a media that is removed meanwhile does not stop the others', async () => {
  await using folder = await temporaryFolder();
  await using room = await roomOfMissing(folder, 2);
  const [gone = '', kept = ''] = room.ids;
  const { commit } = room.catalog;
  const catalog = {
    ...room.catalog,
    async commit(changes: Parameters<typeof commit>[0]) {
      // on its way just before the change that is to be made
      void commit([{ type: 'remove', collection: 'media', id: gone }]).catch(() => {});
      await commit(changes);
    },
  };
  await noticeMastersBack(room.ids, catalog);
  expect(room.catalog.get('media', gone)).toBeUndefined();
  expect(room.catalog.get('media', kept)?.master.status).toBe('present');
});
