import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { MOST_CAPTION_BYTES } from '../../../core/import/caption-text.ts';
import { createWatchFolders } from '../../../main/import/create-watch-folders.ts';
import { updateCaption } from '../../../main/operations/media-captions.ts';
import { requireRecord } from '../../../main/operations/require-record.ts';
import { createClock, createIds } from '../../../main/system-clock.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom, until } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, makeTinyVideo } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

function srt(words: string): string {
  return `1\n00:00:00,000 --> 00:00:01,000\n${words}\n`;
}

function labels({ catalog }: EngineRoom): string {
  const captions = [...catalog.all('media').values()].flatMap((media) => media.captions);
  return captions.map(({ label }) => label).join();
}

async function words({ catalog, paths }: EngineRoom): Promise<string> {
  const captions = [...catalog.all('media').values()].flatMap((media) => media.captions);
  const texts = await Promise.all(
    captions.map(({ file }) => readFile(`${paths.root}/${file}`, 'utf8')),
  );
  return texts.map((text) => text.trim().split('\n').at(-1)).join();
}

async function importClip(room: EngineRoom, path: string): Promise<string> {
  const { results } = await room.importer.importPaths([path], BY_HAND);
  await room.importer.idle();
  const [result] = results;
  return result !== undefined && result.outcome !== 'refused' ? result.mediaId : '';
}

describe('caption files beside a master', () => {
  it('that come, change and go after its import are followed when it is imported again', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    const id = await importClip(room, folder.at('clip.mp4'));
    expect(labels(room)).toBe('');
    await writeFile(folder.at('clip.de.srt'), srt('Hallo'));
    await importClip(room, folder.at('clip.mp4'));
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Hallo']);
    await writeFile(folder.at('clip.de.srt'), srt('Guten Tag'));
    await importClip(room, folder.at('clip.mp4'));
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Guten Tag']);
    const [caption] = room.catalog.get('media', id)?.captions ?? [];
    expect(caption?.sizeBytes).toBe((await stat(`${room.paths.root}/${caption?.file}`)).size);
    await rm(folder.at('clip.de.srt'));
    await importClip(room, folder.at('clip.mp4'));
    expect(labels(room)).toBe('');
    await expect(stat(`${room.paths.root}/${caption?.file}`)).rejects.toThrow('ENOENT');
  });

  it('become captions when they are named, beside their master', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    const mediaId = await importClip(room, folder.at('clip.mp4'));
    const path = folder.at('clip.de.srt');
    await writeFile(path, srt('Hallo'));
    const { results } = await room.importer.importPaths([path], BY_HAND);
    expect(results).toEqual([{ outcome: 'captions', path, mediaId }]);
    await room.importer.idle();
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Hallo']);
  });

  it('are found in whatever case and form of accents their names are written', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('Caf\u00e9.MP4'));
    await writeFile(folder.at('cafe\u0301.de.srt'), srt('Hallo'));
    const mediaId = await importClip(room, folder.at('Caf\u00e9.MP4'));
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Hallo']);
    const path = folder.at('CAF\u00c9.en.srt');
    await writeFile(path, srt('Hello'));
    const { results } = await room.importer.importPaths([path], BY_HAND);
    expect(results).toEqual([{ outcome: 'captions', path, mediaId }]);
    await room.importer.idle();
    expect(labels(room)).toBe('Deutsch,English');
  });

  it('may come together with their master, in any order', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    await writeFile(folder.at('clip.en.srt'), srt('Hello'));
    const paths = [folder.at('clip.en.srt'), folder.at('clip.mp4')];
    const { results } = await room.importer.importPaths(paths, BY_HAND);
    expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'captions']);
    await room.importer.idle();
    expect(labels(room)).toBe('English');
  });

  it('are refused when they are named and hold nothing, or are not there', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    await importClip(room, folder.at('clip.mp4'));
    await writeFile(folder.at('clip.de.srt'), 'Dear diary');
    await writeFile(folder.at('clip.it.srt'), srt('Ciao').padEnd(MOST_CAPTION_BYTES + 1, '\n'));
    const paths = ['clip.de.srt', 'clip.fr.srt', 'clip.it.srt'].map((name) => folder.at(name));
    const { results } = await room.importer.importPaths(paths, BY_HAND);
    expect(results).toMatchObject([
      { outcome: 'refused', error: { code: 'import/not-captions' } },
      { outcome: 'refused', error: { code: 'import/not-found' } },
      {
        outcome: 'refused',
        error: {
          code: 'import/not-captions',
          message: expect.stringContaining('larger than 2 MB'),
        },
      },
    ]);
  });

  it('are refused with what to do where no master has their name', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    await importClip(room, folder.at('clip.mp4'));
    const path = folder.at('other.srt');
    await writeFile(path, srt('Hallo'));
    const { results } = await room.importer.importPaths([path], BY_HAND);
    expect(results).toEqual([
      {
        outcome: 'refused',
        path,
        error: expect.objectContaining({ code: 'import/captions-alone', details: { path } }),
      },
    ]);
    expect(room.catalog.all('refusals').size).toBe(0);
  });

  it('are looked for at the start', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    await importClip(room, folder.at('clip.mp4'));
    await writeFile(folder.at('clip.en.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n');
    await room.importer.checkMasters();
    await room.importer.idle();
    expect([labels(room), await words(room)]).toEqual(['English', 'Hello']);
    await rm(folder.at('clip.en.vtt'));
    await room.importer.checkMasters();
    await room.importer.idle();
    expect(labels(room)).toBe('');
  });

  it('keep their captions while they cannot be read, and say so once', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await copyFile(samples.clip, folder.at('clip.mp4'));
    await writeFile(folder.at('clip.de.srt'), srt('Hallo'));
    await importClip(room, folder.at('clip.mp4'));
    await writeFile(folder.at('clip.de.srt'), 'no captions');
    await importClip(room, folder.at('clip.mp4'));
    await importClip(room, folder.at('clip.mp4'));
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Hallo']);
    const told = room.told.filter((event) => event.type === 'notice');
    expect(told).toMatchObject([
      { code: 'import/not-captions', message: expect.stringContaining('clip.de.srt') },
    ]);
    await writeFile(folder.at('clip.de.srt'), '');
    await importClip(room, folder.at('clip.mp4'));
    expect(labels(room)).toBe('Deutsch');
  });

  it('keep their captions when the master moves away from them or its folder is gone', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('drive'));
    await copyFile(samples.clip, folder.at('drive', 'clip.mp4'));
    await writeFile(folder.at('drive', 'clip.de.srt'), srt('Hallo'));
    await importClip(room, folder.at('drive', 'clip.mp4'));
    await rename(folder.at('drive', 'clip.mp4'), folder.at('film.mp4'));
    await importClip(room, folder.at('film.mp4'));
    expect(labels(room)).toBe('Deutsch');
    await rename(folder.at('drive'), folder.at('unplugged'));
    await importClip(room, folder.at('film.mp4'));
    expect(labels(room)).toBe('Deutsch');
    await writeFile(folder.at('film.de.srt'), srt('Neu'));
    await importClip(room, folder.at('film.mp4'));
    expect([labels(room), await words(room)]).toEqual(['Deutsch', 'Neu']);
  });

  it('are made again of a changed master, and what a person added stays', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('clip.mp4');
    await copyFile(samples.clip, path);
    await writeFile(folder.at('clip.de.srt'), srt('Hallo'));
    const id = await importClip(room, path);
    const [made] = room.catalog.get('media', id)?.captions ?? [];
    if (made === undefined) throw new Error('no caption was made');
    const { sidecar: _sidecar, ...rest } = made;
    const own = { ...rest, id: 'own', file: `captions/${id}/own.vtt`, label: 'Own' };
    await writeFile(`${room.paths.root}/${own.file}`, 'WEBVTT\n');
    await room.catalog.commit([
      { type: 'patch', collection: 'media', id, fields: { captions: [made, own] } },
    ]);
    await makeTinyVideo(path, { sizes: '320x180' });
    await importClip(room, path);
    expect(labels(room).split(',').toSorted()).toEqual(['Deutsch', 'Own']);
    expect((await stat(`${room.paths.root}/${own.file}`)).size).toBe(7);
    expect(room.catalog.get('media', id)?.captions.map((one) => one.id)).not.toContain(made.id);
  });

  it('are shown at first as a person chose, whatever the master becomes', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('clip.mp4');
    await writeFile(folder.at('track.srt'), srt('Hallo'));
    await makeTinyVideo(path, { subtitleFile: folder.at('track.srt') });
    await writeFile(folder.at('clip.en.srt'), srt('Hello'));
    await writeFile(folder.at('clip.fr.srt'), srt('Salut'));
    const id = await importClip(room, path);
    const captions = () => room.catalog.get('media', id)?.captions ?? [];
    const shown = () => captions().flatMap(({ label, isDefault }) => (isDefault ? [label] : []));
    const choose = async (label: string, isDefault = true) => {
      const captionId = captions().find((one) => one.label === label)?.id ?? '';
      const needs = { ...room, clock: createClock(), ids: createIds() };
      await updateCaption(
        requireRecord(room.catalog, 'media', id),
        captionId,
        { isDefault },
        needs,
      );
    };
    await choose('English');
    const cut = { sizes: '320x180', subtitleFile: folder.at('track.srt') };
    await makeTinyVideo(path, cut);
    await importClip(room, path);
    expect([labels(room), shown()]).toEqual(['Deutsch,English,Français', ['English']]);
    await rm(folder.at('clip.en.srt'));
    await importClip(room, path);
    expect(shown()).toEqual([]);
    await writeFile(folder.at('clip.en.srt'), srt('Hello again'));
    await importClip(room, path);
    expect(shown()).toEqual(['English']);
    await choose('Deutsch');
    await choose('Deutsch', false);
    await makeTinyVideo(path, { ...cut, seconds: 2 });
    await importClip(room, path);
    expect([captions().length, shown()]).toEqual([3, []]);
    await choose('Deutsch');
    await makeTinyVideo(path, cut);
    await importClip(room, path);
    expect([captions().length, shown()]).toEqual([3, ['Deutsch']]);
  });

  it('are followed in a watched folder as they come, change and go', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const { catalog, importer, events } = room;
    const watched = createWatchFolders({
      ...{ catalog, importer, events, clock: createClock() },
      times: { batch: { quietMs: 60, limitMs: 500 }, checkMs: 50, retryMs: 50 },
    });
    await using _stopped = { [Symbol.asyncDispose]: () => watched.stop() };
    await mkdir(folder.at('inbox'));
    await copyFile(samples.clip, folder.at('inbox', 'clip.mp4'));
    await age(folder.at('inbox', 'clip.mp4'));
    await catalog.commit([
      {
        type: 'put',
        collection: 'watchFolders',
        record: {
          ...{ id: 'inbox', path: folder.at('inbox'), recursive: true, enabled: true },
          ...{ polling: 'auto', pollSeconds: 1, formatSetIds: [], convert: false, createdAtMs: 0 },
        },
      },
    ]);
    await watched.start();
    await until(room, () => catalog.all('media').size === 1);
    await expect.poll(() => watched.states().get('inbox')?.state).toBe('watching');
    await writeFile(folder.at('inbox', 'clip.de.srt'), srt('Hallo'));
    await until(room, () => labels(room) === 'Deutsch');
    const sizeOf = () => [...catalog.all('media').values()][0]?.captions[0]?.sidecar?.sizeBytes;
    const longer = srt('Guten Tag');
    await writeFile(folder.at('inbox', 'clip.de.srt'), longer);
    await until(room, () => sizeOf() === longer.length);
    expect(await words(room)).toBe('Guten Tag');
    await rm(folder.at('inbox', 'clip.de.srt'));
    await until(room, () => labels(room) === '');
    expect(room.told.filter((event) => event.type === 'notice')).toEqual([]);
  });
});
