import { copyFile, mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther, makeTinyAudio, makeTinyVideo } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();
let song: string;

beforeAll(async () => {
  song = samples.folder.at('song.mp3');
  await makeTinyAudio(song, { tags: { title: 'Blue', artist: 'The Sines' } });
});

describe('importing files', () => {
  it('catalogues video and audio with titles, slugs and what is planned, then makes their pictures', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('in'));
    await copyAsOther(samples.clip, folder.at('in', 'Über_den Wolken.mp4'), 'a');
    await copyAsOther(song, folder.at('in', 'track.mp3'), 'b');
    const { results } = await room.importer.importPaths([folder.at('in')], BY_HAND);
    expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
    const audio = room.catalog.mediaByPath(folder.at('in', 'track.mp3'));
    const video = room.catalog.mediaByPath(folder.at('in', 'Über_den Wolken.mp4'));
    expect(audio).toMatchObject({ kind: 'audio', title: 'The Sines – Blue', titleSource: 'tag' });
    expect(video).toMatchObject({
      kind: 'video',
      title: 'Über den Wolken',
      slug: 'ueber-den-wolken',
      titleSource: 'file-name',
    });
    expect(video?.planned.length).toBeGreaterThan(0);
    await room.importer.idle();
    for (const id of [audio?.id ?? '', video?.id ?? '']) {
      const poster = room.catalog.get('media', id)?.poster;
      expect((await stat(`${room.paths.root}/${poster?.file}`)).size).toBe(poster?.sizeBytes);
    }
    expect(room.told.filter(({ type }) => type === 'import-progress').at(-1)).toMatchObject({
      total: 2,
      finished: 2,
      refused: 0,
      path: null,
      done: true,
    });
  });

  it('makes one media of equal files, in one batch and later, and says which', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const paths = ['a.mp4', 'b.mp4', 'c.mp4'].map((name) => folder.at(name));
    for (const path of paths) await copyFile(samples.clip, path);
    const [first, second, third] = paths as [string, string, string];
    const { results } = await room.importer.importPaths([first, second], BY_HAND);
    const known = [...room.catalog.all('media').values()].map(({ master }) => master.path);
    const later = await room.importer.importPaths([third, ...known], BY_HAND);
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'imported']);
    expect(later.results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'unchanged']);
    expect(room.catalog.all('media').size).toBe(1);
    const ids = [...results, ...later.results].map(
      (result) => 'mediaId' in result && result.mediaId,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('gives equal titles different slugs within one batch', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const paths: string[] = [];
    for (const name of ['one', 'two', 'three']) {
      await mkdir(folder.at(name));
      paths.push(folder.at(name, 'Intro.mp4'));
      await copyAsOther(samples.clip, folder.at(name, 'Intro.mp4'), name);
    }
    await room.importer.importPaths(paths, BY_HAND);
    const slugs = [...room.catalog.all('media').values()].map(({ slug }) => slug);
    expect(slugs.toSorted()).toEqual(['intro', 'intro-2', 'intro-3']);
  });

  it('follows a renamed master and keeps its slug', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('draft.mp4'));
    await room.importer.importPaths([folder.at('draft.mp4')], BY_HAND);
    await rename(folder.at('draft.mp4'), folder.at('final cut.mp4'));
    const { results } = await room.importer.importPaths([folder.at('final cut.mp4')], BY_HAND);
    expect(results[0]?.outcome).toBe('moved');
    expect([...room.catalog.all('media').values()]).toMatchObject([
      { title: 'Final cut', slug: 'draft', master: { path: folder.at('final cut.mp4') } },
    ]);
  });

  it('reads a changed master again and leaves what a person wrote', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('clip.mp4');
    await copyFile(samples.clip, path);
    const { results } = await room.importer.importPaths([path], BY_HAND);
    const id = results[0] && 'mediaId' in results[0] ? results[0].mediaId : '';
    await room.importer.idle();
    const before = room.catalog.get('media', id);
    const fields = { title: 'Mine', slug: 'mine', titleSource: 'user' } as const;
    await room.catalog.commit([{ type: 'patch', collection: 'media', id, fields }]);
    await makeTinyVideo(path, { sizes: '320x180', tags: { title: 'Theirs' } });
    const again = await room.importer.importPaths([path], BY_HAND);
    expect(again.results).toEqual([{ outcome: 'changed', path, mediaId: id }]);
    await room.importer.idle();
    const after = room.catalog.get('media', id);
    expect(after).toMatchObject({ ...fields, info: { video: { width: 320 } } });
    expect(after?.poster?.file).not.toBe(before?.poster?.file);
    await expect(stat(`${room.paths.root}/${before?.poster?.file}`)).rejects.toThrow('ENOENT');
  });

  it('calls a vanished master missing, and present again when it is back or its content turns up', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('clip.mp4');
    await copyFile(samples.clip, path);
    await age(path);
    const kept = await stat(path);
    const { results } = await room.importer.importPaths([path], BY_HAND);
    const id = results[0] && 'mediaId' in results[0] ? results[0].mediaId : '';
    const status = () => room.catalog.get('media', id)?.master.status;
    await rm(path);
    await room.importer.noticeMissing([path]);
    expect(status()).toBe('missing');
    await copyFile(samples.clip, path);
    await utimes(path, kept.atime, kept.mtime);
    await room.importer.checkMasters();
    expect(status()).toBe('present');
    await rm(path);
    await room.importer.checkMasters();
    expect(status()).toBe('missing');
    await copyFile(samples.clip, folder.at('elsewhere.mp4'));
    await room.importer.importPaths([folder.at('elsewhere.mp4')], BY_HAND);
    expect(room.catalog.get('media', id)?.master).toMatchObject({
      path: folder.at('elsewhere.mp4'),
      status: 'present',
    });
  });

  it('waits for a file that still grows without holding up the others', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      stillMs: 400,
      limitMs: 30_000,
    });
    const growing = folder.at('growing.mp4');
    await writeFile(growing, 'half');
    await copyFile(samples.clip, folder.at('whole.mp4'));
    await age(folder.at('whole.mp4'));
    const slow = room.importer.importPaths([growing], BY_HAND);
    await room.importer.importPaths([folder.at('whole.mp4')], BY_HAND);
    await copyAsOther(samples.clip, growing, 'grown');
    await utimes(growing, new Date(), new Date());
    expect((await slow).results[0]?.outcome).toBe('imported');
  });

  it('imports a file once that two callers bring at the same time, also when one gives up', async () => {
    await using folder = await temporaryFolder();
    const held = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      tools: (real) => ({
        ...real,
        async inspect(path, signal) {
          started.resolve();
          await held.promise;
          return real.inspect(path, signal);
        },
      }),
    });
    const path = folder.at('clip.mp4');
    await copyFile(samples.clip, path);
    const leaving = new AbortController();
    const first = room.importer.importPaths([path], { ...BY_HAND, signal: leaving.signal });
    await started.promise;
    const second = room.importer.importPaths([path], BY_HAND);
    const third = room.importer.importPaths([path], BY_HAND);
    leaving.abort();
    held.resolve();
    await expect(first).rejects.toThrow('aborted');
    expect((await second).results).toEqual((await third).results);
    expect((await third).results[0]?.outcome).toBe('imported');
    expect(room.catalog.all('media').size).toBe(1);
  });

  it('refuses a file that never stands still, after its limit', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      stillMs: 60_000,
      limitMs: 100,
    });
    await writeFile(folder.at('busy.mp4'), 'x');
    const { results } = await room.importer.importPaths([folder.at('busy.mp4')], BY_HAND);
    expect(results[0]).toMatchObject({ outcome: 'refused', error: { code: 'import/unstable' } });
  });

  it('turns text tracks and files beside the master into captions with languages', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const srt = '1\n00:00:00,000 --> 00:00:00,900\nHallo\n';
    await writeFile(folder.at('text.srt'), srt);
    await makeTinyVideo(folder.at('talk.mp4'), { subtitleFile: folder.at('text.srt') });
    await writeFile(folder.at('talk.en.srt'), srt.replace('Hallo', 'Hello'));
    await room.importer.importPaths([folder.at('talk.mp4')], BY_HAND);
    await room.importer.idle();
    const captions = [...room.catalog.all('media').values()].at(0)?.captions ?? [];
    expect(captions.map(({ language, label }) => [language, label])).toEqual([
      ['de', 'Deutsch'],
      ['en', 'English'],
    ]);
    for (const { file, sizeBytes } of captions) {
      expect((await stat(`${room.paths.root}/${file}`)).size).toBe(sizeBytes);
    }
  });

  it('can be waited for media by media, whatever else goes on', async () => {
    await using folder = await temporaryFolder();
    const slow = Promise.withResolvers<void>();
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      tools: (real) => ({
        ...real,
        async makePoster(request, signal) {
          if (request.masterPath.endsWith('slow.mp4')) await slow.promise;
          return real.makePoster(request, signal);
        },
      }),
    });
    for (const name of ['slow.mp4', 'quick.mp4'])
      await copyAsOther(samples.clip, folder.at(name), name);
    const paths = [folder.at('slow.mp4'), folder.at('quick.mp4')];
    await room.importer.importPaths(paths, BY_HAND);
    const [first, second] = paths.map((path) => room.catalog.mediaByPath(path)?.id ?? '');
    const poster = (id = '') => room.catalog.get('media', id)?.poster;
    await writeFile(folder.at('quick.de.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHallo\n');
    await room.importer.finish([second ?? '', 'unknown']);
    expect(poster(second)).not.toBeNull();
    expect(room.catalog.get('media', second ?? '')?.captions).toHaveLength(1);
    expect(poster(first)).toBeNull();
    slow.resolve();
    await room.importer.finish([first ?? '']);
    expect(poster(first)).not.toBeNull();
  });

  it('makes at the next start the pictures that a crash left unmade, and clears up after it', async () => {
    await using folder = await temporaryFolder();
    await copyFile(samples.clip, folder.at('clip.mp4'));
    let id = '';
    {
      const noPictures = () => Promise.reject(new Error('power cut'));
      await using room = await engineRoom(folder.at('library'), {
        pool: samples.pool,
        tools: (real) => ({ ...real, makePoster: noPictures }),
      });
      const { results } = await room.importer.importPaths([folder.at('clip.mp4')], BY_HAND);
      id = results[0] && 'mediaId' in results[0] ? results[0].mediaId : '';
      await room.importer.idle();
      await mkdir(room.paths.posters, { recursive: true });
      await writeFile(`${room.paths.posters}/${id}-orphan.jpg`, 'x');
      await age(`${room.paths.posters}/${id}-orphan.jpg`);
    }
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    expect(room.catalog.get('media', id)?.poster).toBeNull();
    await room.importer.checkMasters();
    await room.importer.idle();
    expect(room.catalog.get('media', id)?.poster?.source).toBe('frame');
    await expect(stat(`${room.paths.posters}/${id}-orphan.jpg`)).rejects.toThrow('ENOENT');
  });

  it('puts the job into the catalog together with its media when it is to be converted', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    const touched: string[] = [];
    room.catalog.subscribe((event) => {
      touched.push(event.touched.map(({ collection }) => collection).join());
    });
    await room.importer.importPaths([folder.at('clip.mp4')], { ...BY_HAND, convert: true });
    await room.importer.idle();
    expect(touched[0]).toBe('media,jobs');
    expect([...room.catalog.all('jobs').values()]).toMatchObject([{ status: 'queued' }]);
  });
});
