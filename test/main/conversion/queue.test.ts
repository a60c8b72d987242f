import { readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jobLogSchema } from '../../../core/contract/jobs.ts';
import { AppError } from '../../../core/errors/app-error.ts';
import type { Job } from '../../../core/model/job.ts';
import { plannedOf } from '../../../core/planning/outstanding-outputs.ts';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { BY_HAND, sharedClipAndPool } from '../../helpers/clip-and-pool.ts';
import { type EngineRoom, engineRoom, until } from '../../helpers/engine-room.ts';
import { createScriptedRunner, type ScriptedRunner } from '../../helpers/scripted-runner.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { copyAsOther } from '../../helpers/tiny-media.ts';

const samples = sharedClipAndPool();

function scriptedRoom(folder: TemporaryFolder, { runner }: ScriptedRunner): Promise<EngineRoom> {
  return engineRoom(folder.at('library'), { pool: samples.pool, runner: () => runner });
}

async function importClips(
  room: EngineRoom,
  folder: TemporaryFolder,
  names: readonly string[],
): Promise<readonly string[]> {
  const paths = names.map((name) => folder.at(`${name}.mp4`));
  for (const path of paths) await copyAsOther(samples.clip, path, path);
  await room.importer.importPaths(paths, BY_HAND);
  return paths.map((path) => room.catalog.mediaByPath(path)?.id ?? '');
}

/** The library's default set gives one group here; these two formats give a copy and an encoding. */
const ALL = { formatIds: null, force: false };
const TWO_GROUPS = { formatIds: ['h264-480p', 'vp9-720p'], force: false };

function jobOf(room: EngineRoom, id: string | undefined): Job | undefined {
  return room.catalog.get('jobs', id ?? '');
}

describe('the queue', () => {
  it('makes what is planned, group by group, and catalogues each as soon as it stands', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...TWO_GROUPS, mediaIds });
    const first = await script.next();
    expect(jobOf(room, jobIds[0])).toMatchObject({ status: 'running', attempts: 1 });
    first.finish();
    const second = await script.next();
    const media = () => room.catalog.get('media', mediaIds[0] ?? '');
    expect(media()?.renditions).toHaveLength(first.request.outputs.length);
    expect(media()?.renditions[0]?.file).toBe(
      `renditions/${mediaIds[0]}/${first.request.outputs[0]?.formatId}.mp4`,
    );
    second.finish();
    const job = await room.queue.settled(jobIds[0] ?? '');
    const made = [...first.request.outputs, ...second.request.outputs].map((o) => o.formatId);
    expect(job).toMatchObject({ status: 'done', finishedFormatIds: made });
    expect(
      media()
        ?.planned.map(({ formatId }) => formatId)
        .toSorted(),
    ).toEqual(made.toSorted());
    const types = room.told.map(({ type }) => type);
    expect(types.filter((type) => type === 'rendition-ready')).toHaveLength(made.length);
    expect(types).toContain('media-ready');
    const log: unknown = JSON.parse(await readFile(`${room.paths.logs}/${job.id}.json`, 'utf8'));
    expect(jobLogSchema.parse(log).runs).toHaveLength(2);
  });

  it('skips, with the reason, what waits already, is gone, has no master or nothing to do', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const [done = '', waiting = '', missing = ''] = await importClips(room, folder, [
      'a',
      'b',
      'c',
    ]);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [done] });
    await room.queue.settled(jobIds[0] ?? '');
    await room.queue.pause();
    await room.queue.enqueue({ ...ALL, mediaIds: [waiting] });
    const master = room.catalog.get('media', missing)?.master;
    if (master === undefined) throw new Error('not imported');
    await rename(master.path, folder.at('away'));
    const fields = { master: { ...master, status: 'missing' } } as const;
    await room.catalog.commit([{ type: 'patch', collection: 'media', id: missing, fields }]);
    const all = [done, waiting, missing, 'nobody'];
    const { skipped } = await room.queue.enqueue({ ...ALL, mediaIds: all });
    expect(skipped.map(({ mediaId }) => mediaId)).toEqual(all);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('is there already'),
      expect.stringContaining('in the queue already'),
      expect.stringContaining('is missing'),
      expect.stringContaining('not in the library'),
    ]);
    const forced = await room.queue.enqueue({ ...ALL, force: true, mediaIds: [done] });
    expect(forced.jobIds).toHaveLength(1);
  });

  it('sees that other format sets want more, though the media was not planned anew yet', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    await room.queue.settled(jobIds[0] ?? '');
    const fields = { formatSetIds: ['web-video-vp9'] };
    await room.catalog.commit([{ type: 'patch', collection: 'media', id: mediaId, fields }]);
    const again = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    expect(again.skipped).toEqual([]);
    expect(await room.queue.settled(again.jobIds[0] ?? '')).toMatchObject({ status: 'done' });
    expect(script.ran()).toHaveLength(2);
  });

  it('lets stand what a person had encoded though copying would do', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await room.queue.start();
    const convert = async (force: boolean) => {
      const { jobIds, skipped } = await room.queue.enqueue({ ...ALL, force, mediaIds: [mediaId] });
      await Promise.all(jobIds.map((id) => room.queue.settled(id)));
      return skipped.map(({ code }) => code);
    };
    const media = () => {
      const found = room.catalog.get('media', mediaId);
      if (found === undefined) throw new Error('not imported');
      return found;
    };
    const decisions = () => media().renditions.map(({ decision }) => decision);
    await convert(false);
    expect(decisions()).toContain('copy');
    await convert(true);
    expect(decisions()).toContain('encode');
    expect(await convert(false)).toEqual(['all-there']);
    expect(plannedOf(room.planner.planMedia(media()))).toEqual(media().planned);

    await copyAsOther(samples.clip, folder.at('a.mp4'), 'another cut');
    await room.importer.importPaths([folder.at('a.mp4')], BY_HAND);
    expect(await convert(false)).toEqual([]);
    const { renditions, master } = media();
    const made = renditions.filter(({ masterSha256 }) => masterSha256 === master.sha256);
    expect(made.map(({ decision }) => decision)).toEqual(['copy']);
  });

  it('runs no more jobs at once than it may, shares the threads, and keeps the order', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await engineRoom(folder.at('library'), {
      pool: samples.pool,
      runner: () => script.runner,
      parallelJobs: 2,
    });
    const mediaIds = await importClips(room, folder, ['a', 'b', 'c']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const running = [await script.next(), await script.next()];
    // the two prepare side by side, so either may reach the runner first
    expect(running.map(({ request }) => request.jobId).toSorted()).toEqual(
      jobIds.slice(0, 2).toSorted(),
    );
    expect(running.map(({ request }) => request.encoderThreads)).toEqual([1, 1]);
    expect(jobOf(room, jobIds[2])?.status).toBe('queued');
    running[0]?.finish();
    expect((await script.next()).request.jobId).toBe(jobIds[2]);
    expect(script.mostAtOnce()).toBe(2);
  });

  it('lets a waiting job go before another or to the end', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a', 'b', 'c']);
    await room.queue.start();
    await room.queue.pause();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const [a = '', b = '', c = ''] = jobIds;
    await room.queue.move(c, a);
    await room.queue.move(a, null);
    await room.queue.resume();
    await Promise.all(jobIds.map((id) => room.queue.settled(id)));
    expect(script.ran()).toEqual([c, b, a]);
    await expect(room.queue.move(a, null)).rejects.toMatchObject({ code: 'catalog/not-found' });
  });

  it('cancels all that wait at once, lets what runs go on, and brings them back in order', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a', 'b', 'c']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const [a = '', b = '', c = ''] = jobIds;
    const run = await script.next();
    expect(await room.queue.cancelWaiting()).toEqual([b, c]);
    expect(jobIds.map((id) => jobOf(room, id)?.status)).toEqual([
      'running',
      'cancelled',
      'cancelled',
    ]);
    expect(await room.queue.cancelWaiting()).toEqual([]);
    expect(await room.queue.retry([b, c])).toEqual([b, c]);
    run.finish();
    expect(await room.queue.settled(a)).toMatchObject({ status: 'done' });
    for (const id of [b, c]) {
      const next = await script.next();
      expect(next.request.jobId).toBe(id);
      next.finish();
    }
  });

  it('keeps a failure with the media until a retry succeeds', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const failure = new AppError('conversion/disk-full', 'No space left.');
    (await script.next()).fail(failure);
    const job = await room.queue.settled(jobIds[0] ?? '');
    expect(job).toMatchObject({ status: 'failed', error: { code: 'conversion/disk-full' } });
    const problem = () => room.catalog.get('media', mediaIds[0] ?? '')?.problem;
    expect(problem()).toMatchObject({ code: 'conversion/disk-full' });
    expect(await room.queue.retryFailed()).toEqual(jobIds);
    (await script.next()).finish();
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({
      status: 'done',
      error: null,
    });
    expect(problem()).toBeNull();
    expect(await room.queue.retryFailed()).toEqual([]);
  });

  it('cancels waiting and running jobs, and only when their work is gone', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ holdsCancelled: true });
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a', 'b']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const run = await script.next();
    const cancelling = room.queue.cancel([...jobIds, 'nobody']);
    await run.aborted;
    expect(jobOf(room, jobIds[0])?.status).toBe('running');
    run.fail(new AppError('conversion/cancelled', 'Cancelled.'));
    expect(await cancelling).toBe(2);
    expect(jobIds.map((id) => jobOf(room, id)?.status)).toEqual(['cancelled', 'cancelled']);
    expect(room.catalog.get('media', mediaIds[0] ?? '')?.problem).toBeNull();
    expect(await room.queue.retry(jobIds.slice(1))).toEqual(jobIds.slice(1));
    (await script.next()).finish();
    expect(await room.queue.settled(jobIds[1] ?? '')).toMatchObject({ status: 'done' });
    expect(await room.queue.clearFinished()).toBe(2);
  });

  it('halts running work while paused, also after a restart', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    {
      await using room = await engineRoom(folder.at('library'), {
        pool: samples.pool,
        runner: () => script.runner,
      });
      const mediaIds = await importClips(room, folder, ['a']);
      await room.queue.start();
      await room.queue.enqueue({ ...ALL, mediaIds });
      await script.next();
      await room.queue.pause();
      expect(script.pauses()).toEqual([false, true]);
    }
    await using room = await scriptedRoom(folder, script);
    await room.queue.start();
    expect(script.pauses().at(-1)).toBe(true);
    const [job] = [...room.catalog.all('jobs').values()];
    expect(job).toMatchObject({ status: 'queued', attempts: 0 });
    await room.queue.resume();
    (await script.next()).finish();
    expect(await room.queue.settled(job?.id ?? '')).toMatchObject({ status: 'done' });
  });

  it('takes an interrupted job up where it was, without its finished groups, and sweeps up', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...TWO_GROUPS, force: true, mediaIds });
    const first = await script.next();
    first.finish();
    await script.next();
    await room.queue.stop();
    // as a crash would leave it
    const id = jobIds[0] ?? '';
    const fields = { status: 'running', attempts: 1 } as const;
    await room.catalog.commit([{ type: 'patch', collection: 'jobs', id, fields }]);
    const torn = temporaryPathFor(`${room.paths.renditions}/${mediaIds[0]}/x.mp4`);
    const tornLog = temporaryPathFor(`${room.paths.logs}/${id}.json`);
    const tornClock = temporaryPathFor(`${room.paths.renditions}/now`);
    for (const path of [torn, tornLog, tornClock]) {
      await writeFile(path, 'half');
      await utimes(path, 1, 1);
    }
    await room.queue.start();
    const again = await script.next();
    expect(again.request.outputs.map((o) => o.formatId)).not.toContain(
      first.request.outputs[0]?.formatId,
    );
    for (const path of [torn, tornLog, tornClock])
      await expect(stat(path)).rejects.toThrow('ENOENT');
    again.finish();
    expect(await room.queue.settled(id)).toMatchObject({ status: 'done', attempts: 2 });
  });

  it('gives a job up that was running at five crashes in a row, and says so with its media', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const mediaIds = await importClips(room, folder, ['a']);
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds });
    const fields = { status: 'running', attempts: 5 } as const;
    const id = jobIds[0] ?? '';
    await room.catalog.commit([{ type: 'patch', collection: 'jobs', id, fields }]);
    await room.queue.start();
    expect(jobOf(room, id)).toMatchObject({
      status: 'failed',
      error: { code: 'conversion/interrupted' },
    });
    expect(room.catalog.get('media', mediaIds[0] ?? '')?.problem?.code).toBe(
      'conversion/interrupted',
    );
  });

  it('reads a master again that changed while it was converted, and makes its renditions then', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    const before = await script.next();
    await copyAsOther(samples.clip, folder.at('a.mp4'), 'another cut');
    before.fail(new AppError('conversion/master-changed', 'It changed.'));
    const after = await script.next();
    expect(after.request.masterSha256).not.toBe(before.request.masterSha256);
    after.finish();
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({
      status: 'done',
      attempts: 1,
    });
    const media = room.catalog.get('media', mediaId);
    expect(media?.master.sha256).toBe(after.request.masterSha256);
  });

  it('fails for want of the master, and goes on by itself when that is imported again', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await rename(folder.at('a.mp4'), folder.at('away'));
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    const job = await room.queue.settled(jobIds[0] ?? '');
    expect(job.error?.code).toBe('conversion/master-missing');
    expect(room.catalog.get('media', mediaId)?.master.status).toBe('missing');
    await rename(folder.at('away'), folder.at('a.mp4'));
    await room.importer.checkMasters();
    await room.importer.idle();
    const next = [...room.catalog.all('jobs').values()].find(({ id }) => id !== job.id);
    expect(await room.queue.settled(next?.id ?? '')).toMatchObject({ status: 'done' });
    expect(room.catalog.get('media', mediaId)?.problem).toBeNull();
  });

  it('converts a master that was missing and stands in its place again', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner({ finishes: true });
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await rename(folder.at('a.mp4'), folder.at('away'));
    await room.queue.start();
    const missed = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    await room.queue.settled(missed.jobIds[0] ?? '');
    const refused = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    expect(refused).toMatchObject({ jobIds: [], skipped: [{ code: 'master-missing' }] });
    await rename(folder.at('away'), folder.at('a.mp4'));
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({ status: 'done' });
    expect(room.catalog.get('media', mediaId)).toMatchObject({
      master: { status: 'present' },
      problem: null,
    });
  });

  it('marks a master missing that vanishes while it is converted', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    (await script.next()).fail(new AppError('conversion/master-missing', 'It is gone.'));
    expect(await room.queue.settled(jobIds[0] ?? '')).toMatchObject({ status: 'failed' });
    expect(room.catalog.get('media', mediaId)?.master.status).toBe('missing');
  });

  it('tells progress of the whole job, rising, and ends a job whose media is taken out', async () => {
    await using folder = await temporaryFolder();
    const script = createScriptedRunner();
    await using room = await scriptedRoom(folder, script);
    const [mediaId = ''] = await importClips(room, folder, ['a']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...TWO_GROUPS, mediaIds: [mediaId] });
    const first = await script.next();
    first.tell({ phase: 'encoding', fraction: 0.5, speed: 2, secondsLeft: 10 });
    const half = room.queue.progress()[0];
    expect(half).toMatchObject({ phase: 'encoding', speed: 2 });
    expect(half?.fraction).toBeGreaterThan(0);
    expect(half?.fraction).toBeLessThan(0.5);
    expect(half?.secondsLeft).toBeGreaterThan(10);
    first.finish();
    const second = await script.next();
    expect(room.queue.progress()[0]?.fraction).toBeGreaterThan(half?.fraction ?? 1);
    const settled = room.queue.settled(jobIds[0] ?? '');
    await room.catalog.commit([{ type: 'remove', collection: 'media', id: mediaId }]);
    await second.aborted;
    second.fail(new AppError('conversion/cancelled', 'Cancelled.'));
    expect((await settled).status).toBe('cancelled');
  });

  it('converts a real master in the real pool to a rendition on the disk', async () => {
    await using folder = await temporaryFolder();
    await using room = await engineRoom(folder.at('library'), { pool: samples.pool });
    const [mediaId = ''] = await importClips(room, folder, ['real']);
    await room.queue.start();
    const { jobIds } = await room.queue.enqueue({ ...ALL, mediaIds: [mediaId] });
    const job = await room.queue.settled(jobIds[0] ?? '');
    expect(job.error).toBeNull();
    await until(room, () => room.told.some(({ type }) => type === 'media-ready'));
    const renditions = room.catalog.get('media', mediaId)?.renditions ?? [];
    expect(renditions.length).toBeGreaterThan(0);
    for (const { file, sizeBytes } of renditions) {
      expect((await stat(`${room.paths.root}/${file}`)).size).toBe(sizeBytes);
    }
    expect(await readdir(samples.folder.at('processes')).catch(() => [])).toEqual([]);
  });
});
