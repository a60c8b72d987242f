import { expect, test } from 'vitest';
import { createProgressReporter } from '../../../main/conversion/queue-progress.ts';

const ENCODING = { phase: 'encoding', fraction: 0.1, speed: 1, secondsLeft: 1 } as const;

test('progress is told five times a second at most, and goes on when the clock is set back', () => {
  let nowMs = 1_000_000;
  let told = 0;
  const reporter = createProgressReporter(
    { id: 'j1', mediaId: 'm1' },
    {
      clock: { now: () => nowMs },
      onProgress: () => {
        told += 1;
      },
    },
  );
  reporter.planned([[]]);
  const tellFor = (seconds: number): number => {
    const before = told;
    for (let step = 0; step < seconds * 20; step += 1) {
      nowMs += 50;
      reporter.groupProgress(ENCODING);
    }
    return told - before;
  };
  tellFor(1);
  expect(tellFor(2)).toBe(10);
  nowMs -= 600_000;
  expect(tellFor(2)).toBeGreaterThanOrEqual(10);
});
