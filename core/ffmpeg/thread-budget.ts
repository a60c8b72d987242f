import type { EncodedVideo } from './encoded-streams.ts';

/** x264's own factor: frame threads wait for one another part of the time. */
const OVERLAP = 1.5;
const LEAST_THREADS = 3;
const MOST_THREADS = 16;

/**
 * Threads for each encoder, by its share of the pixels, and what x264 takes by itself on two processors at least:
 * FFmpeg before 7 feeds encoders in turn, and one that is short of threads halts them all (measured on two
 * processors: 1.65 times the wall time with one thread each, 1.07 times with two).
 */
export function spreadThreads(
  encoderThreads: number,
  videos: readonly EncodedVideo[],
): readonly number[] {
  const areas = videos.map(({ width, height, frameRate }) => width * height * (frameRate ?? 30));
  const all = areas.reduce((sum, area) => sum + area, 0);
  const least = encoderThreads <= 1 ? 1 : LEAST_THREADS;
  return areas.map((area) => {
    const share = Math.round((encoderThreads * OVERLAP * area) / Math.max(1, all));
    return Math.min(MOST_THREADS, Math.max(least, share));
  });
}
