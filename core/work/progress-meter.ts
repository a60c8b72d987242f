import type { FfmpegProgress } from '../ffmpeg/parse-progress.ts';
import type { ConvertProgress } from './tasks.ts';

/** What is left after FFmpeg wrote the last frame: moving the index to the front, then verification. */
const FAST_START_FRACTION = 0.97;
const VERIFYING_FRACTION = 0.99;
/** Speed is that of the last seconds, so that it follows a busy machine. */
const WINDOW_MS = 10_000;

export interface ProgressMeterOptions {
  /** Of the master; 0: unknown. */
  readonly durationSeconds: number;
  readonly phase: 'encoding' | 'copying';
  readonly startedAtMs: number;
}

/**
 * Turns FFmpeg's progress into a share of the whole; paused time counts for nothing. Times are of a clock that only
 * goes on, such as `performance.now()`: one that is set back would hide a stall.
 */
export interface ProgressMeter {
  add(progress: FfmpegProgress, nowMs: number): ConvertProgress;
  /** FFmpeg writes no progress in this phase. */
  fastStart(): ConvertProgress;
  verifying(): ConvertProgress;
  setPaused(paused: boolean, nowMs: number): void;
  /** Something else than progress shows that work goes on. */
  touch(nowMs: number): void;
  /** Unpaused milliseconds since anything changed. */
  idleMs(nowMs: number): number;
}

export function createProgressMeter(options: ProgressMeterOptions): ProgressMeter {
  const { durationSeconds, phase } = options;
  const clock = createActiveClock(options.startedAtMs);
  let samples: readonly Sample[] = [{ activeMs: 0, seconds: 0 }];
  let frame: number | null = null;
  let changedAtMs = 0;

  function add(progress: FfmpegProgress, nowMs: number): ConvertProgress {
    const activeMs = clock.active(nowMs);
    const before = samples.at(-1)?.seconds ?? 0;
    const seconds = Math.max(before, progress.seconds ?? 0);
    if (seconds > before || progress.frame !== frame) changedAtMs = activeMs;
    frame = progress.frame;
    samples = [...samples.filter((s) => s.activeMs > activeMs - WINDOW_MS), { activeMs, seconds }];
    const speed = speedOf(samples);
    return {
      phase,
      fraction:
        durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) * FAST_START_FRACTION : 0,
      speed,
      secondsLeft: secondsLeft(durationSeconds - seconds, speed),
    };

    function secondsLeft(mediaSeconds: number, rate: number | null): number | null {
      return durationSeconds === 0 || rate === null || rate === 0
        ? null
        : Math.max(0, mediaSeconds / rate);
    }
  }

  return {
    add,
    fastStart: () => ({ phase: 'fast-start', fraction: FAST_START_FRACTION, ...UNTIMED }),
    verifying: () => ({ phase: 'verifying', fraction: VERIFYING_FRACTION, ...UNTIMED }),
    setPaused: clock.setPaused,
    touch: (nowMs) => {
      changedAtMs = clock.active(nowMs);
    },
    idleMs: (nowMs) => clock.active(nowMs) - changedAtMs,
  };
}

interface Sample {
  readonly activeMs: number;
  readonly seconds: number;
}

const UNTIMED = { speed: null, secondsLeft: null };

/** Over the window; null until a second of it is known. */
function speedOf(samples: readonly Sample[]): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return null;
  const elapsedMs = last.activeMs - first.activeMs;
  return elapsedMs < 1000 ? null : ((last.seconds - first.seconds) * 1000) / elapsedMs;
}

function createActiveClock(startedAtMs: number): {
  active(nowMs: number): number;
  setPaused(paused: boolean, nowMs: number): void;
} {
  let pausedMs = 0;
  let pausedSinceMs: number | null = null;
  const active = (nowMs: number): number => (pausedSinceMs ?? nowMs) - startedAtMs - pausedMs;
  return {
    active,
    setPaused(paused, nowMs) {
      if (paused) {
        pausedSinceMs ??= nowMs;
      } else if (pausedSinceMs !== null) {
        pausedMs += nowMs - pausedSinceMs;
        pausedSinceMs = null;
      }
    },
  };
}
