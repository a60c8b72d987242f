import { copyFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/errors/app-error.ts';
import type { ErrorCode } from '../../../core/errors/error-codes.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

const samples = sharedClipAndPool();

interface FailingRoom extends AsyncDisposable {
  readonly room: EngineRoom;
  readonly tries: () => number;
  readonly importAgain: () => Promise<void>;
  readonly hasPoster: () => boolean;
  readonly setStatus: (status: 'present' | 'missing') => Promise<void>;
}

/** The first posters fail with these codes, the others are made. */
async function failingRoom(folder: TemporaryFolder, failures: ErrorCode[]): Promise<FailingRoom> {
  let tries = 0;
  const room = await engineRoom(folder.at('library'), {
    pool: samples.pool,
    tools: (real) => ({
      ...real,
      makePoster(request, signal) {
        tries += 1;
        const code = failures.shift();
        if (code !== undefined) return Promise.reject(new AppError(code, 'It failed.'));
        return real.makePoster(request, signal);
      },
    }),
  });
  const path = folder.at('clip.mp4');
  await copyFile(samples.clip, path);
  const importAgain = async () => {
    await room.importer.importPaths([path], BY_HAND);
    await room.importer.idle();
  };
  const media = () => {
    const found = room.catalog.mediaByPath(path);
    if (found === undefined) throw new Error('the clip was not imported');
    return found;
  };
  return {
    ...{ room, importAgain, tries: () => tries },
    hasPoster: () => media().poster !== null,
    async setStatus(status) {
      const { id, master } = media();
      const fields = { master: { ...master, status } };
      await room.catalog.commit([{ type: 'patch', collection: 'media', id, fields }]);
      await room.importer.idle();
    },
    [Symbol.asyncDispose]: () => room[Symbol.asyncDispose](),
  };
}

function warnings({ told }: EngineRoom): number {
  return told.filter(({ type }) => type === 'notice').length;
}

describe('a poster that could not be made', () => {
  it('for a passing reason is made when the master is imported again', async () => {
    await using folder = await temporaryFolder();
    await using failing = await failingRoom(folder, ['conversion/disk-full']);
    await failing.importAgain();
    expect([failing.hasPoster(), failing.tries()]).toEqual([false, 1]);
    await failing.importAgain();
    expect([failing.hasPoster(), failing.tries()]).toEqual([true, 2]);
  });

  it('for a passing reason is told of once, however often it is tried', async () => {
    await using folder = await temporaryFolder();
    const codes: ErrorCode[] = ['import/no-permission', 'import/no-permission'];
    await using failing = await failingRoom(folder, codes);
    await failing.importAgain();
    await failing.importAgain();
    expect([failing.tries(), warnings(failing.room)]).toEqual([2, 1]);
  });

  it('for what is in the master is not tried again, unless that was away meanwhile', async () => {
    await using folder = await temporaryFolder();
    await using failing = await failingRoom(folder, ['conversion/ffmpeg-failed']);
    await failing.importAgain();
    await failing.importAgain();
    expect([failing.hasPoster(), failing.tries()]).toEqual([false, 1]);
    await failing.setStatus('missing');
    await failing.setStatus('present');
    expect([failing.hasPoster(), failing.tries()]).toEqual([true, 2]);
  });
});
