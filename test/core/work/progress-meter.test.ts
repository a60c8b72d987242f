import { expect, test } from 'vitest';
import type { FfmpegProgress } from '../../../core/ffmpeg/parse-progress.ts';
import { createProgressMeter } from '../../../core/work/progress-meter.ts';

const at = (seconds: number | null, frame: number | null = null): FfmpegProgress => ({
  seconds,
  frame,
  speed: null,
  ended: false,
});

const meterOf = (durationSeconds: number) =>
  createProgressMeter({ durationSeconds, phase: 'encoding', startedAtMs: 1000 });

test('the share grows with the seconds written and leaves room for what follows', () => {
  const meter = meterOf(100);
  expect(meter.add(at(50), 2000).fraction).toBeCloseTo(0.485);
  expect(meter.add(at(100), 3000).fraction).toBe(0.97);
  expect(meter.add(at(120), 3500).fraction).toBe(0.97);
  expect(meter.fastStart()).toEqual({
    phase: 'fast-start',
    fraction: 0.97,
    speed: null,
    secondsLeft: null,
  });
  expect(meter.verifying().fraction).toBe(0.99);
});

test('it never goes back, whatever FFmpeg says', () => {
  const meter = meterOf(100);
  meter.add(at(50), 2000);
  expect(meter.add(at(40), 2500).fraction).toBeCloseTo(0.485);
  expect(meter.add(at(null), 3000).fraction).toBeCloseTo(0.485);
});

test('speed is that of the last ten seconds, and tells what is left', () => {
  const meter = meterOf(1000);
  expect(meter.add(at(1), 1500)).toMatchObject({ speed: null, secondsLeft: null });
  meter.add(at(10), 11_000);
  const later = meter.add(at(50), 20_500);
  expect(later.speed).toBeCloseTo(40 / 9.5);
  expect(later.secondsLeft).toBeCloseTo(950 / (40 / 9.5));
});

test('a master of unknown length has no share and no end in sight', () => {
  const meter = meterOf(0);
  expect(meter.add(at(30), 31_000)).toMatchObject({ fraction: 0, secondsLeft: null });
});

test('a pause counts neither for speed nor for a stall', () => {
  const meter = meterOf(100);
  meter.add(at(10, 1), 11_000);
  meter.setPaused(true, 12_000);
  expect(meter.idleMs(500_000)).toBe(1000);
  meter.setPaused(false, 500_000);
  expect(meter.idleMs(501_000)).toBe(2000);
  expect(meter.add(at(12, 2), 501_000).speed).toBeCloseTo(1);
});

test('frames without seconds, and a sign of life from elsewhere, are progress', () => {
  const meter = meterOf(100);
  meter.add(at(null, 1), 5000);
  meter.add(at(null, 2), 9000);
  expect(meter.idleMs(9000)).toBe(0);
  meter.add(at(null, 2), 20_000);
  expect(meter.idleMs(20_000)).toBe(11_000);
  meter.touch(20_000);
  expect(meter.idleMs(20_000)).toBe(0);
});
