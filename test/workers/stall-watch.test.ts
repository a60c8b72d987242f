import { afterEach, expect, test, vi } from 'vitest';
import { createProgressMeter } from '../../core/work/progress-meter.ts';
import { watchForStall } from '../../workers/stall-watch.ts';

afterEach(() => vi.restoreAllMocks());

test('a stall is noticed in its time, though the clock of the machine was set back', async () => {
  const stalled = Promise.withResolvers<string>();
  const meter = createProgressMeter({
    durationSeconds: 10,
    phase: 'encoding',
    startedAtMs: performance.now(),
  });
  vi.spyOn(Date, 'now').mockReturnValue(0);
  const end = watchForStall({
    meter,
    files: [],
    stallMs: 40,
    onStalled: () => stalled.resolve('stalled'),
  });
  expect(await stalled.promise).toBe('stalled');
  end();
});
