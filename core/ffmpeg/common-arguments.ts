/**
 * How every ffmpeg runs: overwriting its (temporary) target without asking, log lines with their level on
 * stderr, progress as key=value lines on stdout. stdin stays open, since `q` on it ends a run gracefully.
 */
export const COMMON_ARGUMENTS: readonly string[] = [
  '-hide_banner',
  '-loglevel',
  'level+info',
  '-nostats',
  '-progress',
  'pipe:1',
  '-y',
];
