import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../core/model/media.ts';
import type { ImportSource } from '../../../main/import/importer.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { startTestEngine } from '../../helpers/engine.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age } from '../../helpers/tiny-media.ts';

const UPLOADED: ImportSource = { ...BY_HAND, ownedByLibrary: true };

const samples = sharedClipAndPool();

function onlyMedia({ catalog }: Pick<EngineRoom, 'catalog'>): Media {
  const [media, ...others] = catalog.all('media').values();
  if (media === undefined || others.length > 0) throw new Error('there is not one media');
  return media;
}

/** A library with one upload that was closed and then moved from `old` to `new`. */
async function movedLibrary(folder: TemporaryFolder): Promise<void> {
  {
    await using room = await engineRoom(folder.at('old'), { pool: samples.pool });
    await mkdir(room.paths.masters, { recursive: true });
    const path = join(room.paths.masters, 'clip.mp4');
    await copyFile(samples.clip, path);
    await age(path);
    await room.importer.importPaths([path], UPLOADED);
    await room.importer.idle();
  }
  await rename(folder.at('old'), folder.at('new'));
}

describe('an upload in a library whose folder was moved', () => {
  it('is found at the start, before anything looks for it where it was', async () => {
    await using folder = await temporaryFolder();
    await movedLibrary(folder);
    await using engine = await startTestEngine({ libraryPath: folder.at('new') });
    const found = {
      path: join(engine.paths.masters, 'clip.mp4'),
      status: 'present',
      ownedByLibrary: true,
    };
    expect(onlyMedia(engine).master).toMatchObject(found);
    await engine.importer.idle();
    expect(onlyMedia(engine).master).toMatchObject(found);
  });

  it('is not taken for another file of its name', async () => {
    await using folder = await temporaryFolder();
    await movedLibrary(folder);
    await writeFile(folder.at('new', 'masters', 'clip.mp4'), 'something else');
    await using room = await engineRoom(folder.at('new'), { pool: samples.pool });
    await room.importer.start();
    expect(onlyMedia(room).master.path).toBe(folder.at('old', 'masters', 'clip.mp4'));
  });

  it('still belongs to the library when it is imported by hand', async () => {
    await using folder = await temporaryFolder();
    await movedLibrary(folder);
    await using room = await engineRoom(folder.at('new'), { pool: samples.pool });
    const path = join(room.paths.masters, 'clip.mp4');
    const { results } = await room.importer.importPaths([path], BY_HAND);
    expect(results.map(({ outcome }) => outcome)).toEqual(['moved']);
    expect(onlyMedia(room).master).toMatchObject({ path, ownedByLibrary: true });
  });
});
