import type { z } from 'zod';
import type { jobRowSchema, queueStateSchema } from '../../core/contract/jobs.ts';
import type { Job, JobProgress, JobStatus } from '../../core/model/job.ts';
import { compareJobs } from '../../core/queue/positions.ts';
import type { OperationNeeds } from './needs.ts';

type JobRow = z.infer<typeof jobRowSchema>;
type QueueState = z.infer<typeof queueStateSchema>;

export interface JobFilter {
  readonly statuses?: readonly JobStatus[] | undefined;
  readonly mediaId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

type ListNeeds = Pick<OperationNeeds, 'catalog' | 'queue'>;

const GROUPS: Readonly<Record<JobStatus, number>> = {
  running: 0,
  queued: 1,
  done: 2,
  failed: 2,
  cancelled: 2,
};

/** Running, then waiting in the order of running, then finished ones with the newest first. */
export function listJobs(
  filter: JobFilter,
  { catalog, queue }: ListNeeds,
): { readonly rows: readonly JobRow[]; readonly total: number } {
  const jobs = [...catalog.all('jobs').values()]
    .filter((job) => passes(job, filter))
    .toSorted(inListOrder);
  const window = jobs.slice(filter.offset, filter.offset + filter.limit);
  const progress = new Map(queue.progress().map((one) => [one.jobId, one]));
  return {
    rows: window.map((job) => buildRow(job, catalog, progress.get(job.id) ?? null)),
    total: jobs.length,
  };
}

export function countJobs({ catalog, queue }: ListNeeds, paused: boolean): QueueState {
  const counts = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  for (const { status } of catalog.all('jobs').values()) counts[status] += 1;
  return { paused, counts, running: queue.progress() };
}

function passes(job: Job, { statuses, mediaId }: JobFilter): boolean {
  return (
    (statuses === undefined || statuses.includes(job.status)) &&
    (mediaId === undefined || job.mediaId === mediaId)
  );
}

function inListOrder(a: Job, b: Job): number {
  const group = GROUPS[a.status];
  if (group !== GROUPS[b.status]) return group - GROUPS[b.status];
  return group === 2 ? (b.finishedAtMs ?? 0) - (a.finishedAtMs ?? 0) : compareJobs(a, b);
}

function buildRow(job: Job, catalog: ListNeeds['catalog'], progress: JobProgress | null): JobRow {
  const media = catalog.get('media', job.mediaId);
  return {
    ...job,
    mediaTitle: media?.title ?? job.mediaId,
    mediaKind: media?.kind ?? 'video',
    progress,
  };
}
