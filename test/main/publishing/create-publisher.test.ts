import {
  link,
  lstat,
  mkdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../core/publishing/manifest.ts';
import { publishedIndexSchema } from '../../../core/publishing/published-index.ts';
import { caption, LADDER } from '../../core/snippet/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { contentsOf, namedMedia, publishingHouse, treeOf, writeDeep } from './publishing-house.ts';

describe('publishing', () => {
  it('puts renditions, captions, poster, manifest, page, index and gallery into the target', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, {
      target: { baseUrl: 'https://films.example' },
    });
    const captions = [caption('en', { file: 'captions/m1/en.vtt' })];
    await house.add(namedMedia('m1', 'harbour', { captions }));

    const outcome = await house.publish('m1');

    expect(outcome.failed).toEqual([]);
    expect(outcome.published).toEqual([
      {
        mediaId: 'm1',
        slug: 'harbour',
        folder: folder.at('site', 'media', 'harbour'),
        pageUrl: 'https://films.example/media/harbour/embed.html',
      },
    ]);
    expect(await treeOf(house.target.path)).toEqual([
      'index.html',
      'index.json',
      'media/harbour/embed.html',
      'media/harbour/en.vtt',
      'media/harbour/harbour-av1-720p.mp4',
      'media/harbour/harbour-h264-1080p.mp4',
      'media/harbour/harbour-h264-480p.mp4',
      'media/harbour/harbour-hevc-720p.mp4',
      'media/harbour/harbour-vp9-720p.webm',
      'media/harbour/manifest.json',
      'media/harbour/poster.jpg',
    ]);
    const read = (name: string) => readFile(join(house.target.path, name), 'utf8');
    const manifest = manifestSchema.parse(JSON.parse(await read('media/harbour/manifest.json')));
    expect(manifest.renditions.map(({ file }) => file)).toContain('harbour-h264-480p.mp4');
    expect(manifest.coverage).toContainEqual({
      device: 'chrome',
      deviceName: 'Chrome',
      format: 'av1-720p',
    });
    const index = publishedIndexSchema.parse(JSON.parse(await read('index.json')));
    expect(index.media).toMatchObject([{ slug: 'harbour', poster: 'media/harbour/poster.jpg' }]);
    expect(await read('media/harbour/harbour-h264-480p.mp4')).toBe(
      await readFile(folder.at('library', 'renditions/m1/h264-480p.mp4'), 'utf8'),
    );
    expect(house.catalog.get('publications', 'site.m1')).toMatchObject({
      slug: 'harbour',
      files: expect.arrayContaining([
        expect.objectContaining({ file: 'media/harbour/embed.html' }),
      ]),
    });
  });

  it('says how far it is', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'one'));
    await house.add(namedMedia('m2', 'two'));
    const { batchId } = await house.publish('m1', 'm2');
    const base = { type: 'publish-progress', batchId, total: 2 };
    expect(house.events).toEqual([
      { ...base, finished: 0, mediaId: 'm1', done: false },
      { ...base, finished: 1, mediaId: 'm2', done: false },
      { ...base, finished: 2, mediaId: null, done: true },
    ]);
  });

  it('writes nothing again that stands unchanged', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.publish('m1');
    const before = await inodesOf(house.target.path);
    const record = house.catalog.get('publications', 'site.m1');
    await house.publish('m1');
    expect(await inodesOf(house.target.path)).toEqual(before);
    expect(house.catalog.get('publications', 'site.m1')).toBe(record);
  });

  it('knows a file by its content where only its time is lost', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.publish('m1');
    const name = join(house.target.path, 'media/harbour/harbour-h264-480p.mp4');
    await utimes(name, 1, 1);
    const before = await inodesOf(house.target.path);
    await house.publish('m1');
    expect(await inodesOf(house.target.path)).toEqual(before);
  });

  it('replaces what changed and mends what was damaged or deleted', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    const media = namedMedia('m1', 'harbour');
    await house.add(media);
    await house.publish('m1');
    const good = await contentsOf(house.target.path);
    const site = (name: string) => join(house.target.path, 'media/harbour', name);
    await writeFile(site('harbour-h264-480p.mp4'), 'damaged');
    await rm(site('poster.jpg'));
    await writeFile(site('embed.html'), 'edited');
    await house.publish('m1');
    expect(await contentsOf(house.target.path)).toEqual(good);

    await house.add(media, 'encoded anew');
    const { steps, bytesToWrite } = await house.publisher.preview({
      targetId: 'site',
      mediaIds: ['m1'],
      options: {},
    });
    expect(steps.find(({ file }) => file.endsWith('480p.mp4'))?.action).toBe('replace');
    expect(bytesToWrite).toBeGreaterThan(0);
    await house.publish('m1');
    expect(await readFile(site('harbour-h264-480p.mp4'), 'utf8')).toContain('encoded anew');
  });

  it('previews exactly what it then does, and writes nothing for that', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    const request = { targetId: 'site', mediaIds: ['m1'], options: {} };
    const first = await house.publisher.preview(request);
    expect(new Set(first.steps.map(({ action }) => action))).toEqual(new Set(['add']));
    await expect(stat(house.target.path)).rejects.toMatchObject({ code: 'ENOENT' });
    await house.publish('m1');
    const names = first.steps.map(({ file }) => file).toSorted();
    expect(await treeOf(house.target.path)).toEqual(names);
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(house.target.path, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(first.bytesToWrite);
    const second = await house.publisher.preview(request);
    expect(second.bytesToWrite).toBe(0);
    expect(new Set(second.steps.map(({ action }) => action))).toEqual(new Set(['keep']));
  });

  it('previews another language without taking it on', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.publish('m1');
    const request = { targetId: 'site', mediaIds: ['m1'], options: {} };
    const german = await house.publisher.preview({ ...request, as: { language: 'de' } });
    const replaced = german.steps.filter(({ action }) => action === 'replace');
    expect(replaced.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['media/harbour/embed.html', 'index.html']),
    );
    expect(house.catalog.get('publishTargets', 'site')?.language).toBe('en');
    expect((await house.publisher.preview(request)).bytesToWrite).toBe(0);
  });

  it('takes away renditions that are not wanted any more', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.publish('m1');
    await house.publisher.publish({
      targetId: 'site',
      mediaIds: ['m1'],
      options: { formatIds: ['h264-480p'] },
    });
    const names = await treeOf(house.target.path);
    expect(names.filter((name) => /\.(mp4|webm)$/.test(name))).toEqual([
      'media/harbour/harbour-h264-480p.mp4',
    ]);
    const files = house.catalog.get('publications', 'site.m1')?.files ?? [];
    expect(files.map(({ file }) => file).toSorted()).toEqual(
      names.filter((name) => name.startsWith('media/')),
    );
  });

  it('moves a media whose slug changed, also when another takes its old one at once', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.publish('m1');
    await house.add(namedMedia('m1', 'old-harbour'));
    await house.add(namedMedia('m2', 'harbour'));
    const outcome = await house.publish('m2', 'm1');
    expect(outcome.failed).toEqual([]);
    const manifest = await readFile(join(house.target.path, 'media/harbour/manifest.json'), 'utf8');
    expect(JSON.parse(manifest)).toMatchObject({ title: 'Title of m2' });
    await house.publisher.unpublish('site', ['m2']);
    const names = await treeOf(house.target.path);
    expect(names.filter((name) => name.startsWith('media/harbour'))).toEqual([]);
    expect(names).toContain('media/old-harbour/old-harbour-h264-480p.mp4');
  });

  it('never touches foreign files, and leaves their folder when it goes', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await house.add(namedMedia('m2', 'quay'));
    const foreign = join(house.target.path, 'media/harbour/poster.jpg');
    await writeDeep(foreign, 'mine');
    const outcome = await house.publish('m1', 'm2');
    expect(outcome.failed).toMatchObject([
      { mediaId: 'm1', error: { code: 'publish/foreign-files' } },
    ]);
    expect(outcome.published).toMatchObject([{ mediaId: 'm2' }]);
    expect(await treeOf(join(house.target.path, 'media/harbour'))).toEqual(['poster.jpg']);
    expect(await readFile(foreign, 'utf8')).toBe('mine');
    await writeDeep(join(house.target.path, 'media/quay/notes.txt'), 'mine too');
    await house.publisher.unpublish('site', ['m2']);
    expect(await treeOf(join(house.target.path, 'media/quay'))).toEqual(['notes.txt']);
  });

  it('does not write through links that somebody put into the target', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await writeFile(folder.at('precious.jpg'), 'precious');
    await writeDeep(join(house.target.path, 'media/harbour/notes.txt'), '');
    await symlink(folder.at('precious.jpg'), join(house.target.path, 'media/harbour/poster.jpg'));
    const { failed } = await house.publish('m1');
    expect(failed[0]?.error.code).toBe('publish/foreign-files');
    expect(await readFile(folder.at('precious.jpg'), 'utf8')).toBe('precious');
  });

  it('does not publish what a link in the library leads to', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    const media = namedMedia('m1', 'harbour');
    await house.add(media);
    const made = folder.at('library', media.renditions[0]?.file ?? '');
    await writeFile(folder.at('key'), 'private');
    await rm(made);
    await symlink(folder.at('key'), made);
    const { failed } = await house.publish('m1');
    expect(failed[0]?.error.code).toBe('publish/file-missing');
    expect((await treeOf(house.target.path)).filter((file) => /mp4|webm/.test(file))).toEqual([]);
  });

  it('refuses a folder whose index is somebody else’s', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour'));
    await writeDeep(join(house.target.path, 'index.html'), '<h1>My site</h1>');
    await expect(house.publish('m1')).rejects.toMatchObject({
      code: 'publish/foreign-files',
      details: { files: ['index.html'] },
    });
    expect(await treeOf(house.target.path)).toEqual(['index.html']);
  });

  it('takes up a folder that a lost catalog had published, by the manifest’s master', async () => {
    await using folder = await temporaryFolder();
    const before = await publishingHouse(folder.path);
    await before.add(namedMedia('m1', 'harbour', { title: 'Old title' }));
    await before.publish('m1');
    const after = await publishingHouse(folder.path);
    await after.add(namedMedia('m1', 'harbour', { title: 'New title' }), 'encoded anew');
    expect((await after.publish('m1')).failed).toEqual([]);
    const another = await publishingHouse(folder.path);
    const media = namedMedia('m9', 'harbour', { title: 'Another' });
    const master = { ...media.master, sha256: 'c'.repeat(64) };
    await another.add({ ...media, master });
    expect((await another.publish('m9')).failed[0]?.error.code).toBe('publish/foreign-files');
  });

  it.each([
    ['in', 'library/site'],
    ['around', '.'],
    ['at', 'library'],
  ])('refuses a target %s the library', async (_where, path) => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, { target: { path: folder.at(path) } });
    await house.add(namedMedia('m1', 'harbour'));
    await expect(house.publish('m1')).rejects.toMatchObject({
      code: 'input/invalid',
      details: { field: 'path' },
    });
  });

  it('refuses a target whose link was bent into another target since it was saved', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, { target: { path: folder.at('way') } });
    await mkdir(folder.at('other', 'deep'), { recursive: true });
    await symlink(folder.at('other', 'deep'), folder.at('way'));
    const record = { ...house.target, id: 'other', name: 'Other', path: folder.at('other') };
    await house.catalog.commit([{ type: 'put', collection: 'publishTargets', record }]);
    await house.add(namedMedia('m1', 'first'));
    await expect(house.publish('m1')).rejects.toMatchObject({
      code: 'publish/folders-overlap',
      details: { otherPath: folder.at('other') },
    });
  });

  it('refuses a target that leads into the library through a link', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, { target: { path: folder.at('way', 'out') } });
    await symlink(folder.at('library'), folder.at('way'));
    await expect(house.publish('m1')).rejects.toMatchObject({ code: 'input/invalid' });
  });

  it('goes on after a media that cannot be published', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('none', 'none', { renditions: [] }));
    await house.add(namedMedia('gone', 'gone'));
    await rm(folder.at('library', 'renditions/gone/h264-480p.mp4'));
    await house.add(namedMedia('good', 'good'));
    const mediaIds = ['unknown', 'none', 'gone', 'good'];
    const reasons = [
      ['unknown', 'catalog/not-found'],
      ['none', 'publish/nothing-ready'],
      ['gone', 'publish/file-missing'],
    ];
    const preview = await house.publisher.preview({ targetId: 'site', mediaIds, options: {} });
    expect(preview.failed.map(({ mediaId, error }) => [mediaId, error.code])).toEqual(reasons);
    expect(preview.steps.map(({ file }) => file)).toContain('media/good/embed.html');
    const outcome = await house.publish(...mediaIds);
    expect(outcome.failed.map(({ mediaId, error }) => [mediaId, error.code])).toEqual(reasons);
    expect(outcome.published.map(({ mediaId }) => mediaId)).toEqual(['good']);
    expect(await treeOf(house.target.path)).not.toContainEqual(expect.stringContaining('gone'));
  });

  it('stops when it is told to, and what was published is listed', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    for (const id of ['m1', 'm2', 'm3']) await house.add(namedMedia(id, id));
    const stop = new AbortController();
    const { signal } = stop;
    const request = { targetId: 'site', mediaIds: ['m1', 'm2', 'm3'], options: {}, signal };
    const running = house.publisher.publish(request);
    const told = house.events;
    const watch = () => {
      if (told.some((event) => 'finished' in event && event.finished === 1)) stop.abort();
      else setImmediate(watch);
    };
    watch();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    const names = await treeOf(house.target.path);
    expect(names.filter((name) => name.includes('.avlogue-'))).toEqual([]);
    expect(names).not.toContainEqual(expect.stringContaining('m3'));
    const index = JSON.parse(await readFile(join(house.target.path, 'index.json'), 'utf8'));
    expect(index.media.map(({ slug }: { slug: string }) => slug)).toContain('m1');
  });

  it('publishes to one target in turn', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    const ids = ['m1', 'm2', 'm3', 'm4'];
    for (const id of ids) await house.add(namedMedia(id, id));
    await Promise.all(ids.map((id) => house.publish(id)));
    const index = JSON.parse(await readFile(join(house.target.path, 'index.json'), 'utf8'));
    expect(index.media).toHaveLength(4);
    const open = house.events.map((event) => 'done' in event && event.done);
    expect(open).toEqual([false, true, false, true, false, true, false, true]);
  });

  it('removes what is unpublished from the index and the folder, and from the record', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'one'));
    await house.add(namedMedia('m2', 'two'));
    await house.publish('m1', 'm2');
    expect(await house.publisher.unpublish('site', ['m1', 'nobody'])).toBe(1);
    const names = await treeOf(house.target.path);
    expect(names).not.toContainEqual(expect.stringContaining('media/one'));
    expect(await readFile(join(house.target.path, 'index.html'), 'utf8')).not.toContain(
      'media/one',
    );
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m2']);
  });

  it('keeps listing a media that left the library, from its manifest', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'one'));
    await house.add(namedMedia('m2', 'two'));
    await house.publish('m1');
    await house.catalog.commit([{ type: 'remove', collection: 'media', id: 'm1' }]);
    await house.publish('m2');
    const index = JSON.parse(await readFile(join(house.target.path, 'index.json'), 'utf8'));
    expect(publishedIndexSchema.strict().parse(index).media).toMatchObject([
      { slug: 'one', title: 'Title of m1', poster: 'media/one/poster.jpg' },
      { slug: 'two' },
    ]);
  });

  it('clears away at the start what a killed publication left', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'one'));
    await house.publish('m1');
    const site = house.target.path;
    await writeDeep(join(site, '.avlogue-00.tmp'), 'x');
    await writeDeep(join(site, 'media/two/.avlogue-01.tmp'), 'x');
    await writeDeep(join(site, 'media/two/two-h264-480p.mp4'), 'placed');
    await house.catalog.commit([
      {
        type: 'put',
        collection: 'publications',
        record: {
          id: 'site.m2',
          targetId: 'site',
          mediaId: 'm2',
          slug: 'two',
          files: [{ file: 'media/two/two-h264-480p.mp4', sizeBytes: 6, sha256: '' }],
          publishedAtMs: 0,
        },
      },
    ]);
    await house.restarted().recover();
    const names = await treeOf(site);
    expect(names.filter((name) => /two|avlogue-/.test(name))).toEqual([]);
    expect(names).toContain('media/one/embed.html');
    expect([...house.catalog.all('publications').keys()]).toEqual(['site.m1']);
  });

  it('starts although a target is away, and says what it could not clear', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path, { target: { path: folder.at('file/site') } });
    await house.publisher.recover();
    expect(house.events).toEqual([]);
    await writeFile(folder.at('file'), '');
    await expect(house.publish('m1')).rejects.toMatchObject({ code: 'publish/target-unwritable' });
  });

  it('gives published files the permissions of new files, whatever the library’s are', async () => {
    await using folder = await temporaryFolder();
    const house = await publishingHouse(folder.path);
    await house.add(namedMedia('m1', 'harbour', { renditions: LADDER.slice(0, 1) }));
    const source = folder.at('library', 'renditions/m1/h264-480p.mp4');
    const { chmod } = await import('node:fs/promises');
    await chmod(source, 0o600);
    await house.publish('m1');
    const published = await lstat(join(house.target.path, 'media/harbour/harbour-h264-480p.mp4'));
    const page = await lstat(join(house.target.path, 'media/harbour/embed.html'));
    expect(published.mode).toBe(page.mode);
    await expect(link(source, folder.at('still-there'))).resolves.toBeUndefined();
  });
});

async function inodesOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = await treeOf(folder);
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))));
  return new Map(names.map((name, index) => [name, stats[index]?.ino ?? 0]));
}
