import type { EncodedVideo } from './encoded-streams.ts';

/** x264's own factor: frame threads wait for one another part of the time. */
const OVERLAP = 1.5;
const MOST_THREADS = 16;

/**
 * Threads for each encoder, by its share of the pixels. Never one alone while two are to be had: FFmpeg
 * before 7 feeds encoders in turn, and one without threads halts them all (measured: 1.65 times the wall time).
 */
export function spreadThreads(
  encoderThreads: number,
  videos: readonly EncodedVideo[],
): readonly number[] {
  const areas = videos.map(({ width, height, frameRate }) => width * height * (frameRate ?? 30));
  const all = areas.reduce((sum, area) => sum + area, 0);
  const least = Math.min(2, Math.max(1, encoderThreads));
  return areas.map((area) => {
    const share = Math.round((encoderThreads * OVERLAP * area) / Math.max(1, all));
    return Math.min(MOST_THREADS, Math.max(least, share));
  });
}
