import { setImmediate } from 'node:timers/promises';
import type { Skipped } from '../../core/contract/jobs.ts';
import type { Job } from '../../core/model/job.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import { isActive } from '../../core/queue/next-job.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Serial } from '../catalog/serial.ts';
import { noticeMastersBack } from './master-back.ts';
import type { EnqueueRequest, EnqueueResult } from './queue.ts';
import type { QueueNeeds } from './queue-needs.ts';
import { refuseJob, whyNotQueued } from './queue-refusal.ts';

export interface EnqueueNeeds extends Pick<QueueNeeds, 'catalog' | 'planner'> {
  /** Who sees that a media has no job, and gives it one, must not be overtaken in between. */
  readonly queuing: Serial;
  readonly prepareJob: (mediaId: string, request: EnqueueRequest) => Job;
  /** Called even when no job was made: the importer makes its own and asks for its media then. */
  readonly onQueued: () => void;
}

/** So many media are looked at, planned and written before others are answered again. */
const CHUNK = 100;

/** Gives each media a job, or says why it needs none. */
export function createEnqueue(
  needs: EnqueueNeeds,
): (request: EnqueueRequest) => Promise<EnqueueResult> {
  const { catalog, queuing, prepareJob, onQueued } = needs;

  async function enqueueChunk(request: EnqueueRequest): Promise<EnqueueResult> {
    await noticeMastersBack(request.mediaIds, catalog);
    const busy = busyMedia(catalog);
    const skipped: Skipped[] = [];
    const queued: Job[] = [];
    for (const mediaId of request.mediaIds) {
      const refusal = busy.has(mediaId)
        ? refuseJob('in-queue')
        : whyNotQueued(mediaId, request, needs);
      if (refusal !== null) skipped.push({ mediaId, ...refusal });
      else queued.push(prepareJob(mediaId, request));
    }
    await catalog.commit(queued.map((record) => ({ type: 'put', collection: 'jobs', record })));
    return { jobIds: queued.map(({ id }) => id), skipped };
  }

  return async (request) => {
    const skipped: Skipped[] = [];
    const jobIds: string[] = [];
    for (const mediaIds of inChunks([...new Set(request.mediaIds)], CHUNK)) {
      const queued = await queuing(() => enqueueChunk({ ...request, mediaIds }));
      skipped.push(...queued.skipped);
      jobIds.push(...queued.jobIds);
      onQueued();
      // planning a whole library takes seconds in which the engine must answer others
      await setImmediate();
    }
    return { jobIds, skipped };
  };
}

/** Media that have a job which waits or runs. */
export function busyMedia(catalog: Pick<Catalog, 'all'>): Set<string> {
  const busy = new Set<string>();
  for (const job of catalog.all('jobs').values()) if (isActive(job)) busy.add(job.mediaId);
  return busy;
}
