import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueueEnds } from '../../../main/conversion/queue-ends.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function scene() {
  const kept = vi.fn<(error: unknown) => void>();
  const written: string[] = [];
  const ends = createQueueEnds({ onKept: kept, onWritten: (jobId) => written.push(jobId) });
  const disk = { isThere: false, tries: 0 };
  const end = async () => {
    disk.tries += 1;
    if (!disk.isThere) throw new Error('no disk');
  };
  return { ends, kept, written, disk, end };
}

describe('the ends of jobs', () => {
  it('are tried again by themselves, more and more seldom, until they are written', async () => {
    const { ends, kept, written, disk, end } = scene();
    await ends.write('a', end);
    await ends.write('b', end);
    expect(kept).toHaveBeenCalledTimes(2);
    const tries = disk.tries;
    await vi.advanceTimersByTimeAsync(120_000);
    const more = disk.tries - tries;
    expect(more).toBeGreaterThan(3);
    expect(more).toBeLessThan(12);
    expect(ends.isBehind()).toBe(true);
    disk.isThere = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(written).toEqual(['a', 'b']);
    expect(ends.isBehind()).toBe(false);
    expect(kept).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are tried at once when asked, and not for ever once they are given up', async () => {
    const { ends, written, disk, end } = scene();
    await ends.write('a', end);
    disk.isThere = true;
    await ends.tryAgain();
    expect(written).toEqual(['a']);
    disk.isThere = false;
    await ends.write('b', end);
    await ends.giveUp();
    expect(vi.getTimerCount()).toBe(0);
    expect(ends.isBehind()).toBe(false);
  });
});
