import { copyFile, mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors/app-error.ts';
import type { MediaTools } from '../../../main/conversion/media-tools.ts';
import type { ImportSource } from '../../../main/import/importer.ts';
import { isUntouched } from '../../../main/import/master-stat.ts';
import { refreshMaster } from '../../../main/import/refresh-master.ts';
import { keepRefusal } from '../../../main/import/refusals.ts';
import { createClock } from '../../../main/system-clock.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age, copyAsOther } from '../../helpers/tiny-media.ts';

const FOUND: ImportSource = { ...BY_HAND, watchFolderId: 'inbox' };

const samples = sharedClipAndPool();

function refusedPaths({ catalog }: EngineRoom): readonly string[] {
  return [...catalog.all('refusals').values()].map(({ path }) => path);
}

function refuse({ catalog }: EngineRoom, path: string): Promise<void> {
  const error = { code: 'import/no-permission', message: 'No.', details: {} } as const;
  return keepRefusal({ catalog, clock: createClock() }, { path, watchFolderId: null, error });
}

describe('a refusal', () => {
  it('is forgotten when the master that stood there before stands there again', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('film.mp4');
    await copyFile(samples.clip, path);
    await age(path);
    const { mtime } = await stat(path);
    await room.importer.importPaths([path], FOUND);
    await writeFile(path, 'overwritten by mistake');
    await age(path);
    await room.importer.importPaths([path], FOUND);
    expect(refusedPaths(room)).toEqual([path]);
    await copyFile(samples.clip, path);
    await utimes(path, mtime, mtime);
    const { results } = await room.importer.importPaths([path], FOUND);
    expect(results.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    expect(refusedPaths(room)).toEqual([]);
  });

  it('is forgotten when the queue reads its master again', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('film.mp4');
    await copyFile(samples.clip, path);
    await room.importer.importPaths([path], FOUND);
    await refuse(room, path);
    await copyAsOther(samples.clip, path, 'other');
    const media = room.catalog.mediaByPath(path);
    if (media === undefined) throw new Error('the clip was not imported');
    const { size, mtimeMs } = await stat(path);
    const found = { sizeBytes: size, modifiedMs: mtimeMs };
    expect(isUntouched(media.master, found)).toBe(false);
    await refreshMaster(media, found, { ...room, clock: createClock() });
    expect(refusedPaths(room)).toEqual([]);
  });

  it('of a folder is forgotten when the folder can be read, on import and at the start', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    await mkdir(folder.at('in', 'deep'), { recursive: true });
    await refuse(room, folder.at('in', 'deep'));
    const { results } = await room.importer.importPaths([folder.at('in')], FOUND);
    expect(results).toEqual([]);
    expect(refusedPaths(room)).toEqual([]);
    await refuse(room, folder.at('in', 'deep'));
    await room.importer.checkMasters();
    expect(refusedPaths(room)).toEqual([]);
  });

  it('for what is in a file stands unless a person asks to try again', async () => {
    await using folder = await temporaryFolder();
    let fails = true;
    const tools = (real: MediaTools): MediaTools => ({
      ...real,
      inspect: (path, signal) =>
        fails
          ? Promise.reject(new AppError('import/undecodable', 'This FFmpeg has no decoder.'))
          : real.inspect(path, signal),
    });
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool, tools });
    const path = folder.at('film.mp4');
    await copyFile(samples.clip, path);
    await age(path);
    await room.importer.importPaths([path], FOUND);
    fails = false;
    const outcome = async (source: ImportSource) =>
      (await room.importer.importPaths([path], source)).results.map((result) => result.outcome);
    expect(await outcome(FOUND)).toEqual(['refused']);
    expect(await outcome({ ...FOUND, again: true })).toEqual(['imported']);
    expect(refusedPaths(room)).toEqual([]);
  });
});
