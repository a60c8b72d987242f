import type { Skipped } from '../../core/contract/jobs.ts';
import type { Job, JobProgress } from '../../core/model/job.ts';

/** The persistent queue of jobs over a `ConversionRunner`. All of it survives a restart. */
export interface ConversionQueue {
  /** Takes unfinished jobs up again, then runs what is queued unless paused. */
  start(): Promise<void>;
  enqueue(request: EnqueueRequest): Promise<EnqueueResult>;
  /**
   * A job for a media that is not in the catalog yet, to be committed together with it, so that a crash between
   * the two cannot lose it. `enqueue` of its media then starts it.
   */
  prepareJob(mediaId: string): Job;
  /** Resolves when the processes and temporary files of these jobs are gone. */
  cancel(jobIds: readonly string[]): Promise<number>;
  /** All that wait, in their order; what runs goes on. `retry` brings them back. */
  cancelWaiting(): Promise<readonly string[]>;
  /** Failed and cancelled jobs only; others are left alone. */
  retry(jobIds: readonly string[]): Promise<readonly string[]>;
  retryFailed(): Promise<readonly string[]>;
  move(jobId: string, beforeId: string | null): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  clearFinished(): Promise<number>;
  progress(): readonly JobProgress[];
  /** Resolves with the finished job, whatever its outcome. */
  settled(jobId: string): Promise<Job>;
  /** Ends running work without marking it failed: it is taken up at the next start. */
  stop(): Promise<void>;
}

export interface EnqueueRequest {
  readonly mediaIds: readonly string[];
  /** null: what the media's format sets say. */
  readonly formatIds: readonly string[] | null;
  readonly force: boolean;
}

export interface EnqueueResult {
  readonly jobIds: readonly string[];
  /** Media that got no job, each with its reason from `QUEUE_REFUSALS`. */
  readonly skipped: readonly Skipped[];
}
