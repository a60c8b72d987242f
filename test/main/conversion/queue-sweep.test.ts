import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createConversionQueue } from '../../../main/conversion/create-queue.ts';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { sampleJob, sampleMedia } from '../../core/catalog/sample-media.ts';
import { startTestEngine } from '../../helpers/engine.ts';

test('on a disk whose clock is behind, what is being written is left alone and what a crash left is not', async () => {
  await using engine = await startTestEngine({ started: false });
  const media = sampleMedia(1);
  await engine.catalog.commit([
    { type: 'put', collection: 'media', record: media },
    { type: 'put', collection: 'jobs', record: sampleJob(1, { status: 'running', attempts: 1 }) },
  ]);
  const folder = join(engine.paths.renditions, media.id);
  await mkdir(folder, { recursive: true });
  const begun = temporaryPathFor(join(folder, 'begun.mp4'));
  const left = temporaryPathFor(join(folder, 'left.mp4'));
  const diskSeconds = Date.now() / 1000;
  for (const path of [begun, left]) await writeFile(path, 'half');
  await utimes(begun, diskSeconds + 60, diskSeconds + 60);
  await utimes(left, diskSeconds - 60, diskSeconds - 60);
  const queue = createConversionQueue({
    ...engine,
    runner: { run: () => new Promise(() => {}), setPaused: async () => {}, close: async () => {} },
    ids: { next: () => 'unused' },
    limits: () => ({ parallelJobs: 0, encoderThreads: 1 }),
    // ours is ten minutes ahead of the disk's
    clock: { now: () => Date.now() + 600_000 },
  });
  await queue.start();
  await expect(access(begun)).resolves.toBeUndefined();
  await expect(access(left)).rejects.toThrow('ENOENT');
  await queue.stop();
});
