import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { AppError } from '../../../core/errors/app-error.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom, until } from '../../helpers/engine-room.ts';
import { createScriptedRunner } from '../../helpers/scripted-runner.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { copyAsOther } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

function isStart(change: CatalogChange): boolean {
  return (
    change.collection === 'jobs' && change.type === 'patch' && change.fields.status === 'running'
  );
}

/** Two jobs, the first of which runs; nothing can be committed while the disk is gone. */
async function scene(folder: TemporaryFolder) {
  const disk = { isGone: false, isGoneForStarts: false };
  const onDisk = (real: Catalog): Catalog => ({
    ...real,
    async commit(changes) {
      if (disk.isGone || (disk.isGoneForStarts && changes.some(isStart)))
        throw new AppError('catalog/write-failed', 'The disk is gone.');
      await real.commit(changes);
    },
  });
  const script = createScriptedRunner();
  const room = await engineRoom(folder.at('library'), {
    pool: samples.pool,
    runner: () => script.runner,
    catalog: onDisk,
  });
  const paths = ['a', 'b'].map((name) => folder.at(`${name}.mp4`));
  for (const path of paths) await copyAsOther(samples.clip, path, path);
  await room.importer.importPaths(paths, BY_HAND);
  await room.importer.idle();
  const mediaIds = paths.map((path) => room.catalog.mediaByPath(path)?.id ?? '');
  await room.queue.start();
  const { jobIds } = await room.queue.enqueue({ mediaIds, formatIds: null, force: false });
  const run = await script.next();
  return { room, disk, script, run, mediaIds, jobIds };
}

/** The first job ends while nothing can be written. */
async function loseDisk({ room, disk, run }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  disk.isGone = true;
  run.fail(new AppError('conversion/disk-full', 'No space left.'));
  await untilHalted(room);
}

function untilHalted(room: EngineRoom): Promise<void> {
  return until(room, () => room.told.some(({ type }) => type === 'notice'));
}

describe('a queue whose disk drops out', () => {
  it('writes the end of the job when the disk is back, and goes on by itself', async () => {
    await using folder = await temporaryFolder();
    const all = await scene(folder);
    const { room, disk, script, jobIds } = all;
    await using _ = room;
    await loseDisk(all);
    expect(room.catalog.get('jobs', jobIds[0] ?? '')?.status).toBe('running');
    disk.isGone = false;
    const second = await script.next();
    expect(second.request.jobId).toBe(jobIds[1]);
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({
      status: 'failed',
      error: { code: 'conversion/disk-full' },
    });
    second.finish();
    await room.queue.settled(jobIds[1] ?? '');
    expect(room.told.filter(({ type }) => type === 'notice')).toHaveLength(1);
  });

  it('begins a job later whose start could not be written', async () => {
    await using folder = await temporaryFolder();
    const { room, disk, script, run, jobIds } = await scene(folder);
    await using _ = room;
    disk.isGoneForStarts = true;
    run.finish();
    await room.queue.settled(jobIds[0] ?? '');
    disk.isGoneForStarts = false;
    (await script.next()).finish();
    expect(await room.queue.settled(jobIds[1] ?? '')).toMatchObject({
      status: 'done',
      attempts: 1,
      error: null,
    });
  });

  it('keeps a job as done whose end could only be written later', async () => {
    await using folder = await temporaryFolder();
    const { room, disk, script, run, jobIds } = await scene(folder);
    await using _ = room;
    let isDone = false;
    room.events.subscribe(({ type }) => {
      if (type === 'rendition-ready' && !isDone) disk.isGone = true;
      isDone = true;
    });
    run.finish();
    await untilHalted(room);
    disk.isGone = false;
    (await script.next()).finish();
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({ status: 'done' });
  });

  it('tries at once when anything else can be committed', async () => {
    await using folder = await temporaryFolder();
    const all = await scene(folder);
    const { room, disk, script, mediaIds, jobIds } = all;
    await using _ = room;
    await loseDisk(all);
    disk.isGone = false;
    await room.queue.resume();
    const isWritten = () => room.catalog.get('jobs', jobIds[0] ?? '')?.status === 'failed';
    await until(room, isWritten);
    expect(room.catalog.get('media', mediaIds[0] ?? '')?.problem).not.toBeNull();
    (await script.next()).finish();
    expect(await room.queue.settled(jobIds[1] ?? '')).toMatchObject({ status: 'done' });
  });

  it('lets a person cancel the job whose end is not written yet', async () => {
    await using folder = await temporaryFolder();
    const all = await scene(folder);
    const { room, disk, script, jobIds } = all;
    await using _ = room;
    await loseDisk(all);
    disk.isGone = false;
    expect(await room.queue.cancel(jobIds.slice(0, 1))).toBe(1);
    (await script.next()).finish();
    await room.queue.settled(jobIds[1] ?? '');
    expect(room.catalog.get('jobs', jobIds[0] ?? '')?.status).toBe('cancelled');
  });

  it('takes the job up again at the next start when the disk does not come back', async () => {
    await using folder = await temporaryFolder();
    const all = await scene(folder);
    const { room, disk, script, jobIds } = all;
    await using _ = room;
    await loseDisk(all);
    await room.queue.stop();
    disk.isGone = false;
    await room.queue.start();
    expect((await script.next()).request.jobId).toBe(jobIds[0]);
  });
});
