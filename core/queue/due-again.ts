import type { Job } from '../model/job.ts';

/** Media whose last job failed for want of the master: due as soon as that is back. */
export function dueWithMaster(jobs: Iterable<Job>): ReadonlySet<string> {
  const latest = new Map<string, Job>();
  for (const job of jobs) {
    const known = latest.get(job.mediaId);
    if (known === undefined || known.createdAtMs <= job.createdAtMs) latest.set(job.mediaId, job);
  }
  const due = [...latest.values()].filter(
    ({ status, error }) => status === 'failed' && error?.code === 'conversion/master-missing',
  );
  return new Set(due.map(({ mediaId }) => mediaId));
}
