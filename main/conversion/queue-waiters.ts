import { AppError } from '../../core/errors/app-error.ts';
import type { Job } from '../../core/model/job.ts';

/** Who waits for the end of which job. */
export interface QueueWaiters {
  wait(jobId: string): Promise<Job>;
  settled(job: Job): void;
  /** The program ends before the jobs do. */
  giveUp(): void;
}

export function createQueueWaiters(): QueueWaiters {
  const waiters = new Map<string, PromiseWithResolvers<Job>>();
  return {
    wait(jobId) {
      const waiter = waiters.get(jobId) ?? Promise.withResolvers<Job>();
      waiters.set(jobId, waiter);
      return waiter.promise;
    },
    settled(job) {
      waiters.get(job.id)?.resolve(job);
      waiters.delete(job.id);
    },
    giveUp() {
      for (const [id, { reject }] of waiters) {
        reject(
          new AppError(
            'conversion/interrupted',
            `AVlogue stops before the job ${id} is done; it is taken up at the next start.`,
          ),
        );
      }
      waiters.clear();
    },
  };
}
