import type { Job } from '../model/job.ts';
import type { Media } from '../model/media.ts';
import { isCurrent } from '../planning/outstanding-outputs.ts';
import type { MediaStatus } from './query.ts';

/** What a list shows for a media, from the media and the job that counts (see `latestJob`). */
export function mediaStatus(media: Media, job: Job | undefined): MediaStatus {
  if (media.master.status === 'missing') return 'missing';
  if (job?.status === 'running') return 'converting';
  if (job?.status === 'queued') return 'queued';
  if (media.problem !== null || job?.status === 'failed') return 'failed';
  if (media.renditions.length === 0) return 'new';
  return isUpToDate(media) ? 'ready' : 'outdated';
}

/** Every planned rendition stands, made from the master as it is now. */
function isUpToDate({ planned, renditions, master }: Media): boolean {
  return (
    planned.length > 0 &&
    planned.every((one) => renditions.some((made) => isCurrent(made, [one], master.sha256)))
  );
}

/** A running job counts before a waiting one, and that before all that ended, of which the newest counts. */
export function latestJob(jobs: Iterable<Job>): Job | undefined {
  let latest: Job | undefined;
  for (const job of jobs) {
    if (latest === undefined || compareJobs(job, latest) > 0) latest = job;
  }
  return latest;
}

function compareJobs(a: Job, b: Job): number {
  return (
    liveliness(a) - liveliness(b) ||
    a.createdAtMs - b.createdAtMs ||
    (a.finishedAtMs ?? 0) - (b.finishedAtMs ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function liveliness({ status }: Job): number {
  if (status === 'running') return 2;
  return status === 'queued' ? 1 : 0;
}
