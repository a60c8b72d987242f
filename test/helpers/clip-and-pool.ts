import { afterAll, beforeAll } from 'vitest';
import type { WorkerPool } from '../../main/conversion/pool.ts';
import type { ImportSource } from '../../main/import/importer.ts';
import { openPool } from './engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { makeTinyVideo } from './tiny-media.ts';

/** What the tests of a file share: a master to be copied, and workers for their engine rooms. */
interface ClipAndPool extends AsyncDisposable {
  /** For more samples. */
  readonly folder: TemporaryFolder;
  readonly clip: string;
  readonly pool: WorkerPool;
}

/** Somebody chose the files. */
export const BY_HAND: ImportSource = {
  watchFolderId: null,
  ownedByLibrary: false,
  formatSetIds: [],
  convert: false,
};

/** Made before the first test of the file that calls this, and gone after its last. */
export function sharedClipAndPool(): Omit<ClipAndPool, typeof Symbol.asyncDispose> {
  let made: ClipAndPool | undefined;
  beforeAll(async () => {
    made = await clipAndPool();
  });
  afterAll(() => made?.[Symbol.asyncDispose]());
  const samples = () => {
    if (made === undefined)
      throw new Error('the clip and the pool are there in tests and hooks only');
    return made;
  };
  return {
    get folder() {
      return samples().folder;
    },
    get clip() {
      return samples().clip;
    },
    get pool() {
      return samples().pool;
    },
  };
}

async function clipAndPool(): Promise<ClipAndPool> {
  const folder = await temporaryFolder();
  const pool = await openPool(folder.at('processes'));
  const clip = folder.at('clip.mp4');
  await makeTinyVideo(clip);
  return {
    ...{ folder, clip, pool },
    async [Symbol.asyncDispose]() {
      await pool.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}
