import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedIndexSchema } from '../../../core/publishing/published-index.ts';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { createClock } from '../../../main/system-clock.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { namedMedia, type PublishingHouse, publishingHouse, treeOf } from './publishing-house.ts';

describe('a folder that two publications would share', () => {
  it.each([
    ['the same master', undefined],
    ['another master', 'c'.repeat(64)],
  ])('goes over from a media that left the library: %s', async (_which, sha256) => {
    await using folder = await temporaryFolder();
    await using opened = await realCatalog(folder.at('library'));
    const house = await publishingHouse(folder.path, opened);
    await house.add(namedMedia('m1', 'clip'));
    await house.publish('m1');
    await house.catalog.commit([{ type: 'remove', collection: 'media', id: 'm1' }]);
    const again = namedMedia('m2', 'clip');
    await house.add({
      ...again,
      master: { ...again.master, sha256: sha256 ?? again.master.sha256 },
    });

    expect((await previewOf(house, 'm2')).failed).toEqual([]);
    expect((await house.publish('m2')).failed).toEqual([]);

    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m2']);
    expect(await listed(house)).toEqual(['Title of m2']);
    expect(await house.publisher.unpublish('site', ['m1'])).toBe(0);
    expect(await treeOf(house.target.path)).toContain('media/clip/embed.html');
    await house.restarted().recover();
    expect(await treeOf(house.target.path)).toContain('media/clip/embed.html');
  });

  it('takes what the new media does not have with it', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'clip'));
    await house.publish('m1');
    await house.catalog.commit([{ type: 'remove', collection: 'media', id: 'm1' }]);
    const again = namedMedia('m2', 'clip', { poster: null });
    await house.add({ ...again, renditions: again.renditions.slice(0, 1) });
    await house.publish('m2');
    const files = house.catalog.get('publications', 'site.m2')?.files ?? [];
    const standing = await treeOf(join(house.target.path, 'media'));
    expect(standing).toEqual(files.map(({ file }) => file.replace('media/', '')).toSorted());
    expect(standing).toHaveLength(3);
  });

  it('is never emptied by the end of a stale publication, and is listed once', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m2', 'clip'));
    await house.publish('m2');
    const before = await treeOf(house.target.path);
    await claimToo(house, 'm1');
    await house.add(namedMedia('m3', 'other'));
    await house.publish('m3');
    expect(await listed(house)).toEqual(['Title of m2', 'Title of m3']);
    await house.publisher.unpublish('site', ['m3']);
    expect(await house.publisher.unpublish('site', ['m1'])).toBe(1);
    expect(await treeOf(house.target.path)).toEqual(before);
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m2']);
    expect(await listed(house)).toEqual(['Title of m2']);
  });

  it('loses its stale publication when nothing else is to be done', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m2', 'clip'));
    await house.publish('m2');
    await claimToo(house, 'm1');
    await house.publish('m2');
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m2']);
  });

  it('is kept for the media that stands there and is still in the library', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'clip'));
    await house.publish('m1');
    const before = await treeOf(house.target.path);
    await house.add(namedMedia('m1', 'moved'));
    await house.add(namedMedia('m2', 'clip'));
    const refused = {
      mediaId: 'm2',
      error: { code: 'publish/folder-taken', message: expect.stringContaining('“Title of m1”') },
    };
    await expect(previewOf(house, 'm2')).rejects.toMatchObject(refused.error);
    expect((await house.publish('m2')).failed).toMatchObject([refused]);
    expect(await treeOf(house.target.path)).toEqual(before);

    expect((await previewOf(house, 'm2', 'm1')).failed).toEqual([]);
    expect((await house.publish('m2', 'm1')).failed).toEqual([]);
    expect(await listed(house)).toEqual(['Title of m2', 'Title of m1']);
  });

  it('is passed on along a chain, whatever the order of asking', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    for (const id of ['m1', 'm2', 'm3']) await house.add(namedMedia(id, `${id}-place`));
    await house.publish('m1', 'm2', 'm3');
    await house.add(namedMedia('m1', 'm2-place'));
    await house.add(namedMedia('m2', 'm3-place'));
    await house.add(namedMedia('m3', 'm4-place'));
    expect((await previewOf(house, 'm1', 'm2', 'm3')).failed).toEqual([]);
    expect((await house.publish('m1', 'm2', 'm3')).failed).toEqual([]);
    expect(await titleIn(house, 'm2-place')).toBe('Title of m1');
    expect(await titleIn(house, 'm3-place')).toBe('Title of m2');
    expect(await titleIn(house, 'm4-place')).toBe('Title of m3');
    expect(await treeOf(house.target.path)).not.toContainEqual(expect.stringMatching(/m1-place/));
  });

  it('is not swapped with another, and both still stand then', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    for (const id of ['m1', 'm2']) await house.add(namedMedia(id, `${id}-place`));
    await house.publish('m1', 'm2');
    const before = await treeOf(house.target.path);
    await house.add(namedMedia('m1', 'm2-place'));
    await house.add(namedMedia('m2', 'm1-place'));
    const { failed } = await house.publish('m1', 'm2');
    expect(failed.map(({ error }) => error.code)).toEqual([
      'publish/folder-taken',
      'publish/folder-taken',
    ]);
    expect(await treeOf(house.target.path)).toEqual(before);
    await house.publisher.unpublish('site', ['m2']);
    expect((await house.publish('m1', 'm2')).failed).toEqual([]);
    expect(await titleIn(house, 'm1-place')).toBe('Title of m2');
  });
});

async function realCatalog(library: string) {
  await mkdir(library);
  const catalog = await openCatalog({ paths: libraryPaths(library), clock: createClock() });
  return { catalog, [Symbol.asyncDispose]: () => catalog.close() };
}

/** As an AVlogue left it that took a folder over without ending the record of the one before. */
async function claimToo(house: PublishingHouse, mediaId: string): Promise<void> {
  const record = house.catalog.get('publications', 'site.m2');
  if (record === undefined) throw new Error('nothing is published');
  await house.catalog.commit([
    {
      type: 'put',
      collection: 'publications',
      record: { ...record, id: `site.${mediaId}`, mediaId },
    },
  ]);
}

function previewOf(house: PublishingHouse, ...mediaIds: readonly string[]) {
  return house.publisher.preview({ targetId: 'site', mediaIds, options: {} });
}

async function listed(house: PublishingHouse): Promise<readonly string[]> {
  const index = JSON.parse(await readFile(join(house.target.path, 'index.json'), 'utf8'));
  return publishedIndexSchema.parse(index).media.map(({ title }) => title);
}

async function titleIn(house: PublishingHouse, slug: string): Promise<string> {
  const path = join(house.target.path, 'media', slug, 'manifest.json');
  return JSON.parse(await readFile(path, 'utf8')).title;
}
