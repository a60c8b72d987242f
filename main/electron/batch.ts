import type { JobStatus } from '../../core/model/job.ts';
import type { BatchResult } from '../../core/queue/worth-telling.ts';

export interface JobChange {
  readonly id: string;
  /** null: removed from the catalog. */
  readonly status: JobStatus | null;
}

/** All conversions from the first one that waits to the moment when none is left. */
export interface Batch {
  /** @returns the result, once, when nothing is left; null also when everything was only cancelled */
  apply(changes: readonly JobChange[]): BatchResult | null;
  noteProgress(jobId: string, fraction: number): void;
  /** How far it is, 0 to 1; null while nothing waits or runs. */
  fraction(): number | null;
  /** Jobs that FFmpeg works on now; a paused queue has none. */
  readonly runningCount: number;
}

export function createBatch(): Batch {
  /** Queued or running. */
  const open = new Set<string>();
  const running = new Map<string, number>();
  let counts = { done: 0, failed: 0, cancelled: 0 };

  /** What ends without having been open here belongs to no batch: a clean-up of old jobs, for one. */
  function close(id: string, status: keyof typeof counts | null): void {
    if (open.delete(id) && status !== null) counts[status] += 1;
    running.delete(id);
  }

  function applyOne({ id, status }: JobChange): void {
    if (status !== 'queued' && status !== 'running') {
      close(id, status);
      return;
    }
    open.add(id);
    if (status === 'queued') running.delete(id);
    else running.set(id, running.get(id) ?? 0);
  }

  return {
    apply(changes) {
      changes.forEach(applyOne);
      if (open.size > 0) return null;
      const { done, failed } = counts;
      counts = { done: 0, failed: 0, cancelled: 0 };
      return done + failed > 0 ? { done, failed } : null;
    },
    noteProgress(jobId, fraction) {
      if (running.has(jobId)) running.set(jobId, fraction);
    },
    fraction() {
      if (open.size === 0) return null;
      const finished = counts.done + counts.failed + counts.cancelled;
      const underWay = [...running.values()].reduce((sum, one) => sum + one, 0);
      return (finished + underWay) / (finished + open.size);
    },
    get runningCount() {
      return running.size;
    },
  };
}
