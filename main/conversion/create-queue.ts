import { join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Job } from '../../core/model/job.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import { isActive } from '../../core/queue/next-job.ts';
import { lastPosition, moveJob } from '../../core/queue/positions.ts';
import { retryJob, takeUpJob } from '../../core/queue/take-up-job.ts';
import { createSerial } from '../catalog/serial.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { settingsOf } from '../planner.ts';
import type { ConversionQueue, EnqueueRequest } from './queue.ts';
import { busyMedia, createEnqueue } from './queue-enqueue.ts';
import type { QueueNeeds } from './queue-needs.ts';
import { createQueueScheduler } from './queue-scheduler.ts';
import { createQueueSweep } from './queue-sweep.ts';
import { createQueueWaiters } from './queue-waiters.ts';

type JobFields = Partial<Omit<Job, 'id'>>;

export function createConversionQueue(needs: QueueNeeds): ConversionQueue {
  const { catalog, clock, ids, paths, runner } = needs;
  const waiters = createQueueWaiters();
  const scheduler = createQueueScheduler({ ...needs, onSettled: waiters.settled });
  const jobs = () => catalog.all('jobs');
  const sweep = createQueueSweep(needs);
  const pausing = createSerial();
  /** Who sees that a media has no job, and gives it one, must not be overtaken in between; nor who clears jobs. */
  const queuing = createSerial();
  let unsubscribe: (() => void) | null = null;
  /** Given out, though perhaps not yet in the catalog. */
  let position = lastPosition(catalog.all('jobs').values());

  async function start(): Promise<void> {
    const interrupted = [...jobs().values()].filter(({ status }) => status === 'running');
    await sweep.start(interrupted.map(({ mediaId }) => mediaId));
    await commit(interrupted.flatMap(takeUp));
    unsubscribe = catalog.subscribe(({ touched }) => {
      scheduler.writeEnds();
      if (touched.some(({ collection }) => collection === 'media')) scheduler.endOrphans();
      if (touched.some(({ collection }) => collection === 'settings')) scheduler.fill();
    });
    const { queuePaused } = settingsOf(catalog);
    await runner.setPaused(queuePaused);
    scheduler.setPaused(queuePaused);
  }

  /** A job that is given up shows with its media too, as every failure does. */
  function takeUp(job: Job): readonly CatalogChange[] {
    const fields = takeUpJob(job, clock.now());
    const change = { type: 'patch', collection: 'jobs', id: job.id, fields } as const;
    const { mediaId } = job;
    if (!fields.error || catalog.get('media', mediaId) === undefined) return [change];
    const problem = { problem: fields.error };
    return [change, { type: 'patch', collection: 'media', id: mediaId, fields: problem }];
  }

  function prepareJob(mediaId: string, request?: Omit<EnqueueRequest, 'mediaIds'>): Job {
    position += 1;
    return {
      id: ids.next(),
      mediaId,
      status: 'queued',
      formatIds: request?.formatIds ?? null,
      force: request?.force ?? false,
      position,
      attempts: 0,
      error: null,
      finishedFormatIds: [],
      createdAtMs: clock.now(),
      startedAtMs: null,
      finishedAtMs: null,
    };
  }

  async function cancel(jobIds: readonly string[]): Promise<number> {
    const chosen = known(jobIds).filter(isActive);
    const ids = chosen.map(({ id }) => id);
    await cancelIdle(ids);
    await Promise.all(ids.map((id) => scheduler.end(id, 'cancel')));
    // one may be through already, only that this could not be written down
    await cancelIdle(ids);
    return known(ids).filter(({ status }) => status === 'cancelled').length;
  }

  async function cancelIdle(jobIds: readonly string[]): Promise<void> {
    const idle = known(jobIds).filter((job) => isActive(job) && !scheduler.isRunning(job.id));
    const fields = { status: 'cancelled', finishedAtMs: clock.now() } as const;
    await patchAll(idle.map((job) => [job, fields]));
    for (const job of known(idle.map(({ id }) => id))) waiters.settled(job);
  }

  /** The last ones first: the next to run may start meanwhile, and then it is let run. */
  async function cancelWaiting(): Promise<readonly string[]> {
    const waits = ({ id, status }: Job) => status === 'queued' && !scheduler.isRunning(id);
    const order = [...jobs().values()].filter(waits).toSorted((a, b) => b.position - a.position);
    const cancelled: string[] = [];
    for (const chunk of inChunks(order, CLEARED)) {
      const waiting = known(chunk.map(({ id }) => id)).filter(waits);
      await cancel(waiting.map(({ id }) => id));
      cancelled.push(...waiting.map(({ id }) => id));
    }
    return cancelled.toReversed();
  }

  const retry = (jobIds: readonly string[]) => queuing(() => retryNow(jobIds));

  async function retryNow(jobIds: readonly string[]): Promise<readonly string[]> {
    const busy = busyMedia(catalog);
    const chosen = known(jobIds).filter(({ status, mediaId }) => {
      const wanted = status === 'failed' || status === 'cancelled';
      if (!wanted || busy.has(mediaId) || catalog.get('media', mediaId) === undefined) return false;
      busy.add(mediaId);
      return true;
    });
    const first = position + 1;
    position += chosen.length;
    await patchAll(chosen.map((job, index) => [job, retryJob(first + index)]));
    scheduler.fill();
    return chosen.map(({ id }) => id);
  }

  async function move(jobId: string, beforeId: string | null): Promise<void> {
    const waiting = [...jobs().values()].filter(({ status }) => status === 'queued');
    if (!waiting.some(({ id }) => id === jobId)) {
      throw new AppError(
        'catalog/not-found',
        `The job ${jobId} does not wait in the queue; only waiting jobs can be moved.`,
      );
    }
    const moves = moveJob(waiting, jobId, beforeId);
    await patchAll(
      waiting.flatMap((job) => {
        const to = moves.get(job.id);
        return to === undefined ? [] : [[job, { position: to }] as const];
      }),
    );
    position = Math.max(position, ...moves.values());
  }

  /** One after the other, so that the runner does at last what the settings say. */
  function setPaused(paused: boolean): Promise<void> {
    return pausing(async () => {
      await catalog.commit([settingsPatch({ queuePaused: paused })]);
      await runner.setPaused(paused);
      scheduler.setPaused(paused);
    });
  }

  async function clearFinished(): Promise<number> {
    const finished = [...jobs().values()].filter((job) => !isActive(job));
    let removed = 0;
    for (const chunk of inChunks(finished, CLEARED)) {
      const ids = chunk.map(({ id }) => id);
      removed += await queuing(() => clear(known(ids).filter((job) => !isActive(job))));
    }
    return removed;
  }

  async function clear(finished: readonly Job[]): Promise<number> {
    await commit(finished.map(({ id }) => ({ type: 'remove', collection: 'jobs', id })));
    await Promise.all(finished.map(({ id }) => removeQuietly(join(paths.logs, `${id}.json`))));
    return finished.length;
  }

  function settled(jobId: string): Promise<Job> {
    const job = jobs().get(jobId);
    if (job === undefined) {
      return Promise.reject(
        new AppError('catalog/not-found', `There is no job ${jobId} in the queue.`),
      );
    }
    if (!isActive(job)) return Promise.resolve(job);
    return waiters.wait(jobId);
  }

  async function stop(): Promise<void> {
    unsubscribe?.();
    unsubscribe = null;
    await scheduler.endAll('stop');
    await sweep.end();
    waiters.giveUp();
  }

  function known(jobIds: readonly string[]): readonly Job[] {
    return [...new Set(jobIds)].flatMap((id) => jobs().get(id) ?? []);
  }

  function patchAll(patches: readonly (readonly [Job, JobFields])[]): Promise<void> {
    return commit(
      patches.map(([{ id }, fields]) => ({ type: 'patch', collection: 'jobs', id, fields })),
    );
  }

  async function commit(changes: readonly CatalogChange[]): Promise<void> {
    if (changes.length > 0) await catalog.commit(changes);
  }

  return {
    start,
    enqueue: createEnqueue({ ...needs, queuing, prepareJob, onQueued: scheduler.fill }),
    prepareJob: (mediaId) => prepareJob(mediaId),
    cancel,
    cancelWaiting,
    retry,
    retryFailed: () =>
      retry([...jobs().values()].filter(({ status }) => status === 'failed').map(({ id }) => id)),
    move,
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    clearFinished,
    progress: scheduler.progress,
    settled,
    stop,
  };
}

/** So many jobs are cleared or cancelled before others are answered again. */
const CLEARED = 100;
