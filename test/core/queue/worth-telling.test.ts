import { describe, expect, it } from 'vitest';
import { isWorthTelling } from '../../../core/queue/worth-telling.ts';

describe('the end of a batch', () => {
  const done = { done: 2, failed: 0 };
  const mixed = { done: 1, failed: 1 };
  const failed = { done: 0, failed: 2 };

  it.each([
    [true, true, [true, true, true]],
    [true, false, [true, true, false]],
    [false, true, [false, true, true]],
    [false, false, [false, false, false]],
  ])('is told as wished (end %s, failures %s)', (notifyWhenDone, notifyOfFailures, told) => {
    const wishes = { notifyWhenDone, notifyOfFailures };
    expect([done, mixed, failed].map((result) => isWorthTelling(result, wishes))).toEqual(told);
  });
});
