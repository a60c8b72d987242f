import { copyFile, cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MediaTools } from '../../../main/conversion/media-tools.ts';
import { findLeftOverUploads } from '../../../main/import/left-over-uploads.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age } from '../../helpers/tiny-media.ts';

const UPLOADED = { ...BY_HAND, ownedByLibrary: true };

const samples = sharedClipAndPool();

async function upload(root: string, name = 'clip.mp4'): Promise<string> {
  const { masters } = libraryPaths(root);
  await mkdir(masters, { recursive: true });
  const path = join(masters, name);
  await copyFile(samples.clip, path);
  await age(path);
  return path;
}

function masters({ catalog }: EngineRoom) {
  return [...catalog.all('media').values()].map(({ master }) => master);
}

describe('an upload that was not catalogued when the engine ended', () => {
  it('is taken in at the next start, as the upload that it is', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('library');
    const path = await upload(root);
    {
      const started = Promise.withResolvers<void>();
      const tools = (real: MediaTools): MediaTools => ({
        ...real,
        inspect: (_path, signal) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason));
            started.resolve();
          }),
      });
      await using stopped = await engineRoom(root, { pool: samples.pool, tools });
      const uploading = stopped.importer.importPaths([path], UPLOADED);
      await started.promise;
      await Promise.all([expect(uploading).rejects.toThrow(), stopped.importer.stop()]);
    }
    await using room = await engineRoom(root, { pool: samples.pool });
    await room.importer.start();
    await room.importer.checkMasters();
    expect(masters(room)).toMatchObject([{ path, ownedByLibrary: true, status: 'present' }]);
  });

  it('stays, and is read once, when its content is that of another master or of no media', async () => {
    await using folder = await temporaryFolder();
    const root = folder.at('library');
    let reads = 0;
    const tools = (real: MediaTools): MediaTools => ({
      ...real,
      inspect(path, signal) {
        reads += 1;
        return real.inspect(path, signal);
      },
    });
    await copyFile(samples.clip, folder.at('known.mp4'));
    await age(folder.at('known.mp4'));
    await upload(root, 'copy.mp4');
    const letter = join(root, 'masters', 'letter.mp4');
    await writeFile(letter, 'no film');
    await age(letter);
    {
      await using room = await engineRoom(root, { pool: samples.pool, tools });
      await room.importer.importPaths([folder.at('known.mp4')], BY_HAND);
      await room.importer.checkMasters();
    }
    expect(reads).toBe(3);
    await using room = await engineRoom(root, { pool: samples.pool, tools });
    await room.importer.checkMasters();
    expect(reads).toBe(3);
    expect((await readdir(room.paths.masters)).toSorted()).toEqual(['copy.mp4', 'letter.mp4']);
    expect(masters(room)).toHaveLength(1);
    expect([...room.catalog.all('refusals').values()].map(({ path }) => path)).toEqual([letter]);
  });

  it('is told by its content where the library was moved by a copy that keeps no times', async () => {
    await using folder = await temporaryFolder();
    const path = await upload(folder.at('old'));
    {
      await using room = await engineRoom(folder.at('old'), { pool: samples.pool });
      await room.importer.importPaths([path], UPLOADED);
      await room.importer.idle();
    }
    await rename(folder.at('old'), folder.at('new'));
    const now = folder.at('new', 'masters', 'clip.mp4');
    await age(now, 30);
    await using room = await engineRoom(folder.at('new'), { pool: samples.pool });
    await room.importer.start();
    await room.importer.checkMasters();
    expect(masters(room)).toMatchObject([{ path: now, ownedByLibrary: true, status: 'present' }]);
  });

  it('is none in a copied library while its master stands in the first one', async () => {
    await using folder = await temporaryFolder();
    const path = await upload(folder.at('first'));
    {
      await using room = await engineRoom(folder.at('first'), { pool: samples.pool });
      await room.importer.importPaths([path], UPLOADED);
      await room.importer.idle();
    }
    await cp(folder.at('first'), folder.at('copy'), { recursive: true });
    await using room = await engineRoom(folder.at('copy'), { pool: samples.pool });
    expect(await findLeftOverUploads(room)).toEqual([]);
    await upload(folder.at('copy'), 'new.mp4');
    expect(await findLeftOverUploads(room)).toEqual([join(room.paths.masters, 'new.mp4')]);
  });
});
