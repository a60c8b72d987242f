import type { z } from 'zod';
import type { jobRowSchema } from '../../../core/contract/jobs.ts';
import type { ErrorReport } from '../../../core/errors/app-error.ts';
import type { JobProgress, JobStatus } from '../../../core/model/job.ts';
import { sampleMedia } from './sample-media.ts';

type JobRow = Readonly<z.infer<typeof jobRowSchema>>;

const STARTED_MS = Date.UTC(2026, 10, 20, 10, 0);
const FULL_DISK: ErrorReport = {
  code: 'conversion/disk-full',
  message: 'There is no space left on the disk that holds the library: 12 MB are free.',
  details: {},
};

/** What the sample library's queue holds: one running, some waiting, some done, one failed. */
export function sampleJobs(): readonly JobRow[] {
  const statuses: readonly (readonly [number, JobStatus])[] = [
    [1, 'running'],
    [2, 'queued'],
    [3, 'queued'],
    [6, 'failed'],
    [0, 'done'],
    [4, 'done'],
    [5, 'done'],
  ];
  return statuses.map(([index, status]) => sampleJob(index, status));
}

function sampleJob(index: number, status: JobStatus): JobRow {
  const { row } = sampleMedia(index);
  const over = status === 'done' || status === 'failed';
  return {
    id: `job-${index}`,
    mediaId: row.id,
    mediaTitle: row.title,
    mediaKind: row.kind,
    status,
    formatIds: null,
    force: false,
    position: index,
    attempts: status === 'queued' ? 0 : 1,
    error: status === 'failed' ? FULL_DISK : null,
    finishedFormatIds: status === 'done' ? ['h264-720p', 'h264-480p'] : [],
    createdAtMs: STARTED_MS,
    startedAtMs: status === 'queued' ? null : STARTED_MS + index * 60_000,
    finishedAtMs: over ? STARTED_MS + index * 60_000 + 187_000 : null,
    progress: status === 'running' ? progressOf(row.id, 0.42) : null,
  };
}

export function progressOf(mediaId: string, fraction: number): JobProgress {
  return {
    jobId: `job-${mediaId.replace('media-', '')}`,
    mediaId,
    phase: 'encoding',
    fraction,
    speed: 2.3,
    secondsLeft: Math.round((1 - fraction) * 420),
    formatIds: ['h264-1080p', 'h264-720p', 'h264-480p'],
  };
}
