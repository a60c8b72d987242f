import type { CatalogChange } from '../catalog/collections.ts';
import type { ErrorReport } from '../errors/app-error.ts';
import type { Job } from '../model/job.ts';
import type { Media } from '../model/media.ts';
import { putBackJob } from './take-up-job.ts';

/** Why a job is ended before it is through. */
export type Ending = 'cancel' | 'stop';

/** The records as they stand when it is written down; undefined: gone by then. */
export interface EndedJob {
  readonly job: Job | undefined;
  readonly media: Media | undefined;
  readonly endedAtMs: number;
}

export function changesAtSuccess({ job, media, endedAtMs }: EndedJob): readonly CatalogChange[] {
  if (job?.status !== 'running') return [];
  const done = jobChange(job, { status: 'done', finishedAtMs: endedAtMs });
  return media?.problem ? [done, mediaChange(media, { problem: null })] : [done];
}

export interface FailedJob extends EndedJob {
  readonly ending: Ending | null;
  readonly error: ErrorReport;
}

/** One that was stopped, or whose start could not be written down, waits at its place. */
export function changesAtFailure(failed: FailedJob): readonly CatalogChange[] {
  const { job, media, ending, error, endedAtMs } = failed;
  if (job?.status !== 'running' && job?.status !== 'queued') return [];
  if (ending === 'cancel')
    return [jobChange(job, { status: 'cancelled', finishedAtMs: endedAtMs })];
  if (job.status === 'queued') return [jobChange(job, { startedAtMs: null })];
  if (ending === 'stop') return [jobChange(job, putBackJob(job))];
  const change = jobChange(job, { status: 'failed', finishedAtMs: endedAtMs, error });
  if (media === undefined) return [change];
  const gone = error.code === 'conversion/master-missing';
  const master = gone ? ({ ...media.master, status: 'missing' } as const) : media.master;
  return [change, mediaChange(media, { problem: error, master })];
}

function jobChange({ id }: Job, fields: Partial<Omit<Job, 'id'>>) {
  return { type: 'patch', collection: 'jobs', id, fields } as const;
}

function mediaChange({ id }: Media, fields: Partial<Omit<Media, 'id'>>) {
  return { type: 'patch', collection: 'media', id, fields } as const;
}
