import { describe, expect, it } from 'vitest';
import { createBatchFollower, type QueueCounts } from '../../../renderer/state/follow-batch.ts';

const counts = (queued: number, running: number, done: number, failed: number): QueueCounts => ({
  queued,
  running,
  done,
  failed,
});

describe('the end of a batch, seen from the page', () => {
  it('is told once, with what became of everything since something waited first', () => {
    const follow = createBatchFollower();
    expect(follow(counts(0, 0, 40, 2))).toBeNull();
    expect(follow(counts(3, 0, 40, 2))).toBeNull();
    expect(follow(counts(1, 1, 41, 2))).toBeNull();
    expect(follow(counts(0, 0, 42, 3))).toEqual({ done: 2, failed: 1 });
    expect(follow(counts(0, 0, 42, 3))).toBeNull();
  });

  it('counts a failed media that is tried again by what becomes of it then', () => {
    const follow = createBatchFollower();
    follow(counts(0, 0, 0, 1));
    follow(counts(1, 0, 0, 0));
    expect(follow(counts(0, 0, 0, 1))).toEqual({ done: 0, failed: 1 });
  });

  it('is nothing to speak of when finished jobs were cleared away meanwhile', () => {
    const follow = createBatchFollower();
    follow(counts(1, 0, 5, 0));
    expect(follow(counts(0, 0, 1, 0))).toEqual({ done: 0, failed: 0 });
  });
});
