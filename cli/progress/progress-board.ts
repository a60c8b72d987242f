import type { JobProgress } from '../../core/model/job.ts';

/** Where progress is shown while something takes long; all of it on standard error. */
export interface ProgressBoard {
  /** A count over all, "Looking at files". */
  step(label: string, finished: number, total: number): void;
  job(title: string, progress: JobProgress): void;
  jobEnded(jobId: string): void;
  /** A line that stays. */
  say(line: string): void;
  /** Takes what is not to stay off the screen. */
  close(): void;
}
