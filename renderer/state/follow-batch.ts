import type { BatchResult } from '../../core/queue/worth-telling.ts';

/** The queue's counts that matter here. */
export interface QueueCounts {
  readonly queued: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
}

/** Tells once, when nothing is left, what became of all that was converted since something waited first. */
export function createBatchFollower(): (counts: QueueCounts) => BatchResult | null {
  let start: QueueCounts | null = null;
  return (counts) => {
    const isOpen = counts.queued + counts.running > 0;
    if (isOpen) start ??= counts;
    if (isOpen || start === null) return null;
    // finished jobs may have been cleared away meanwhile
    const done = Math.max(0, counts.done - start.done);
    const failed = Math.max(0, counts.failed - start.failed);
    start = null;
    return { done, failed };
  };
}
