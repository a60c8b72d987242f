import type { Job } from '../model/job.ts';

/**
 * A file that brings the whole program down is given up after so many starts, so that it cannot loop for ever.
 * Power cuts and impatient people end a program too: five in a row on one job are no accident any more.
 */
const MAX_INTERRUPTED_ATTEMPTS = 5;

type JobFields = Partial<Omit<Job, 'id'>>;

/** What becomes of a job that was running when the program ended without stopping. */
export function takeUpJob(job: Job, nowMs: number): JobFields {
  if (job.attempts < MAX_INTERRUPTED_ATTEMPTS) return { status: 'queued', startedAtMs: null };
  return {
    status: 'failed',
    finishedAtMs: nowMs,
    error: {
      code: 'conversion/interrupted',
      message:
        `AVlogue ended ${job.attempts} times in a row while this ran, so it was given up. ` +
        'Look at the log and the master, then retry.',
      details: { attempts: job.attempts },
    },
  };
}

/** Stopped on purpose: it waits at its place, and the attempt does not count. */
export function putBackJob(job: Job): JobFields {
  return { status: 'queued', startedAtMs: null, attempts: Math.max(0, job.attempts - 1) };
}

export function retryJob(position: number): JobFields {
  return {
    status: 'queued',
    attempts: 0,
    error: null,
    finishedFormatIds: [],
    startedAtMs: null,
    finishedAtMs: null,
    position,
  };
}
