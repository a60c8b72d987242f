import { expect, test } from 'vitest';
import { createEvents } from '../../../main/events.ts';
import { createImportProgress } from '../../../main/import/import-progress.ts';

test('progress is told ten times a second at most, and goes on when the clock is set back', () => {
  let nowMs = 1_000_000;
  let told = 0;
  const events = createEvents();
  events.subscribe(() => {
    told += 1;
  });
  const progress = createImportProgress('b1', 100, { events, clock: { now: () => nowMs } });
  const tellFor = (seconds: number): number => {
    const before = told;
    for (let step = 0; step < seconds * 20; step += 1) {
      nowMs += 50;
      progress.started('/x.mp4');
    }
    return told - before;
  };
  tellFor(1);
  expect(tellFor(2)).toBe(20);
  nowMs -= 600_000;
  expect(tellFor(2)).toBeGreaterThanOrEqual(20);
});
