import { execFile } from 'node:child_process';
import { copyFile, rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROBE_VERSION } from '../../../core/ffmpeg/probe-revisions.ts';
import type { Media } from '../../../core/model/media.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom } from '../../helpers/engine-room.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { age } from '../../helpers/tiny-media.ts';

const run = promisify(execFile);

const samples = sharedClipAndPool();
let recording: string;

beforeAll(async () => {
  recording = samples.folder.at('screen.mp4');
  await makeScreenRecording(recording);
});

/** 60 frames a second while something moves, then a single one in each second. */
async function makeScreenRecording(path: string): Promise<void> {
  const uneven = samples.folder.at('uneven.mkv');
  await run('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=s=160x90:r=60:d=4'],
    ...['-vf', "select='lt(t,1)+not(mod(n,60))'"],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', uneven],
  ]);
  // Matroska keeps frames where they are in every version of FFmpeg
  await run('ffmpeg', ['-v', 'error', '-y', '-i', uneven, '-c', 'copy', path]);
  await age(path);
}

interface Known {
  /** As it is read today. */
  readonly today: Media;
  now(): Media | undefined;
}

/** A media as an AVlogue left it that took the average for the rate. */
async function knownBefore({ importer, catalog }: EngineRoom, path: string): Promise<Known> {
  await copyFile(recording, path);
  await age(path);
  await importer.importPaths([path], BY_HAND);
  await importer.idle();
  const today = catalog.mediaByPath(path);
  if (today?.info.video?.variableFrameRate !== true) throw new Error('the rate is even');
  const { probeVersion: _later, ...record } = today;
  const info = { ...today.info, video: { ...today.info.video, frameRate: 16 } };
  const before = { ...record, info, planned: [] };
  await catalog.commit([{ type: 'put', collection: 'media', record: before }]);
  return { today, now: () => catalog.get('media', today.id) };
}

describe('a master of which an earlier AVlogue understood less', () => {
  it('is read again after the start, planned as it is known then, and left alone from then on', async () => {
    await using folder = await temporaryFolder();
    const probed: string[] = [];
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      tools: (real) => ({
        ...real,
        probe(path, signal) {
          probed.push(path);
          return real.probe(path, signal);
        },
      }),
    });
    const path = folder.at('screen.mp4');
    const { today, now } = await knownBefore(room, path);
    await room.importer.importPaths([samples.clip], BY_HAND);
    await room.importer.checkMasters();
    expect(now()).toMatchObject({ info: today.info, planned: today.planned });
    expect(now()?.probeVersion).toBe(PROBE_VERSION);
    await room.importer.checkMasters();
    expect(probed).toEqual([path]);
  });

  it('stays as it is known while it is away, and is read when it is back', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const path = folder.at('screen.mp4');
    const { today, now } = await knownBefore(room, path);
    await rename(path, folder.at('away'));
    await room.importer.checkMasters();
    expect(now()).toMatchObject({ info: { video: { frameRate: 16 } }, planned: [] });
    await rename(folder.at('away'), path);
    await room.importer.checkMasters();
    expect(now()?.info).toEqual(today.info);
  });
});
