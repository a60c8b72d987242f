import type { Job } from '../model/job.ts';
import { compareJobs } from './positions.ts';

/** The first waiting job whose media is not being worked on; undefined when there is none. */
export function nextJob(jobs: Iterable<Job>, busyMediaIds: ReadonlySet<string>): Job | undefined {
  let next: Job | undefined;
  for (const job of jobs) {
    if (job.status !== 'queued' || busyMediaIds.has(job.mediaId)) continue;
    if (next === undefined || compareJobs(job, next) < 0) next = job;
  }
  return next;
}

export function isActive(job: Pick<Job, 'status'>): boolean {
  return job.status === 'queued' || job.status === 'running';
}

/** Threads for one of `running` jobs that share the machine's encoder threads; never none. */
export function threadsPerJob(encoderThreads: number, running: number): number {
  return Math.max(1, Math.floor(encoderThreads / Math.max(1, running)));
}
