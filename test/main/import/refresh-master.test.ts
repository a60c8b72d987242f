import { copyFile, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Caption, Media } from '../../../core/model/media.ts';
import type { MediaTools } from '../../../main/conversion/media-tools.ts';
import { refreshMaster } from '../../../main/import/refresh-master.ts';
import { createClock } from '../../../main/system-clock.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { copyAsOther } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

/** A room in which something happens whenever a file has been read and nothing of it is kept yet. */
function roomWith(folder: TemporaryFolder, onRead: () => Promise<void>): Promise<EngineRoom> {
  const tools = (real: MediaTools): MediaTools => ({
    ...real,
    async inspect(path, signal) {
      const read = await real.inspect(path, signal);
      await onRead();
      return read;
    },
  });
  return engineRoom(folder.at('library'), { pool: samples.pool, tools });
}

async function importThenChange(room: EngineRoom, path: string): Promise<Media> {
  await copyFile(samples.clip, path);
  await room.importer.importPaths([path], BY_HAND);
  await copyAsOther(samples.clip, path, 'other');
  const media = room.catalog.mediaByPath(path);
  if (media === undefined) throw new Error('the clip was not imported');
  return media;
}

async function refresh(room: EngineRoom, media: Media): Promise<Media> {
  const { size, mtimeMs } = await stat(media.master.path);
  const found = { sizeBytes: size, modifiedMs: mtimeMs };
  return refreshMaster(media, found, { ...room, clock: createClock() });
}

function change(room: EngineRoom, id: string, fields: Partial<Omit<Media, 'id'>>): Promise<void> {
  return room.catalog.commit([{ type: 'patch', collection: 'media', id, fields }]);
}

const CAPTION: Caption = {
  id: 'added-1',
  kind: 'subtitles',
  language: 'de',
  label: 'Deutsch',
  isDefault: true,
  file: 'captions/x/added-1.vtt',
  sizeBytes: 10,
};

describe('a master that is read again', () => {
  it('keeps the title and the captions that a person enters meanwhile', async () => {
    await using folder = await temporaryFolder();
    let onRead = () => Promise.resolve();
    await using room = await roomWith(folder, () => onRead());
    const media = await importThenChange(room, folder.at('film.mp4'));
    onRead = () =>
      change(room, media.id, { title: 'Mine', titleSource: 'user', captions: [CAPTION] });
    const after = await refresh(room, media);
    expect(after).toMatchObject({ title: 'Mine', titleSource: 'user', captions: [CAPTION] });
    expect(after.master.sha256).not.toBe(media.master.sha256);
    expect(room.catalog.get('media', media.id)).toBe(after);
  });

  it('is left alone when the media has another master by then', async () => {
    await using folder = await temporaryFolder();
    let onRead = () => Promise.resolve();
    await using room = await roomWith(folder, () => onRead());
    const media = await importThenChange(room, folder.at('film.mp4'));
    const moved = { ...media.master, path: folder.at('elsewhere.mp4') };
    onRead = () => change(room, media.id, { master: moved });
    expect((await refresh(room, media)).master).toEqual(moved);
  });
});
