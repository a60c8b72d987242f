import type { Job, JobStatus } from '../model/job.ts';
import { compareJobs } from './positions.ts';

export interface JobConditions {
  readonly statuses?: readonly JobStatus[] | undefined;
  readonly mediaId?: string | undefined;
}

export interface JobWindow {
  readonly jobs: readonly Job[];
  /** Of all that pass the conditions. */
  readonly total: number;
}

/** All jobs in the order of lists, kept in step: a change costs no sorting, and a window no look at all of them. */
export interface JobOrder {
  window(
    conditions: JobConditions,
    cut: { readonly offset: number; readonly limit: number },
  ): JobWindow;
  counts(): Readonly<Record<JobStatus, number>>;
  /** What the job is now; undefined: it is gone. */
  follow(id: string, after: Job | undefined): void;
}

export function createJobOrder(jobs: Iterable<Job>): JobOrder {
  const known = new Map<string, Job>();
  const ofMedia = new Map<string, Set<string>>();
  const counts = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0 };

  function note(job: Job): void {
    known.set(job.id, job);
    counts[job.status] += 1;
    const ids = ofMedia.get(job.mediaId);
    if (ids === undefined) ofMedia.set(job.mediaId, new Set([job.id]));
    else ids.add(job.id);
  }

  function forget(job: Job): void {
    known.delete(job.id);
    counts[job.status] -= 1;
    const ids = ofMedia.get(job.mediaId);
    ids?.delete(job.id);
    if (ids?.size === 0) ofMedia.delete(job.mediaId);
  }

  for (const job of jobs) note(job);
  const sorted = [...known.values()].toSorted(inListOrder);
  return {
    window({ statuses, mediaId }, { offset, limit }) {
      const wanted = statuses === undefined ? null : new Set(statuses);
      const passes = (job: Job) => wanted === null || wanted.has(job.status);
      if (mediaId !== undefined) {
        const ids = ofMedia.get(mediaId) ?? [];
        const own = [...ids].flatMap((id) => known.get(id) ?? []).filter(passes);
        const jobs = own.toSorted(inListOrder).slice(offset, offset + limit);
        return { jobs, total: own.length };
      }
      if (wanted === null) {
        return { jobs: sorted.slice(offset, offset + limit), total: sorted.length };
      }
      const total = [...wanted].reduce((sum, status) => sum + counts[status], 0);
      return { jobs: cut(sorted, passes, { offset, end: Math.min(offset + limit, total) }), total };
    },
    counts: () => ({ ...counts }),
    follow(id, after) {
      const before = known.get(id);
      if (before !== undefined) {
        sorted.splice(placeOf(before, sorted), 1);
        forget(before);
      }
      if (after === undefined) return;
      sorted.splice(placeOf(after, sorted), 0, after);
      note(after);
    },
  };
}

const GROUPS: Readonly<Record<JobStatus, number>> = {
  running: 0,
  queued: 1,
  done: 2,
  failed: 2,
  cancelled: 2,
};

/** Running, then waiting in the order of running, then finished ones with the newest first. */
function inListOrder(a: Job, b: Job): number {
  const group = GROUPS[a.status];
  if (group !== GROUPS[b.status]) return group - GROUPS[b.status];
  const newer = group === 2 ? (b.finishedAtMs ?? 0) - (a.finishedAtMs ?? 0) : 0;
  return newer || compareJobs(a, b);
}

/** Where it stands, or would stand: no two jobs have one place. */
function placeOf(job: Job, sorted: readonly Job[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other !== undefined && inListOrder(other, job) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From the one to the other of those that pass; `end` is at most how many do, so that no look is in vain. */
function cut(
  sorted: readonly Job[],
  passes: (job: Job) => boolean,
  { offset, end }: { readonly offset: number; readonly end: number },
): readonly Job[] {
  const found: Job[] = [];
  for (let at = 0; at < sorted.length && found.length < end; at += 1) {
    const job = sorted[at];
    if (job !== undefined && passes(job)) found.push(job);
  }
  return found.slice(offset);
}
