export interface FfmpegVersion {
  /** As FFmpeg writes it: `5.1.9-0+deb12u1`, `n7.1`, `N-118000-gabcdef0`. */
  readonly text: string;
  /** null: a build from git, whose number says nothing. */
  readonly major: number | null;
  readonly minor: number | null;
  /** For comparing: git builds count by their libavutil, which every build names. */
  readonly rank: number;
}

/** From `ffmpeg -version` or `ffprobe -version`; null: that is not FFmpeg's answer. */
export function parseVersion(output: string): FfmpegVersion | null {
  const text = /^(?:ffmpeg|ffprobe) version (\S+)/m.exec(output)?.[1];
  if (text === undefined) return null;
  const [, major, minor] = /^n?(\d{1,2})\.(\d+)/.exec(text) ?? [];
  if (major !== undefined && minor !== undefined) {
    return rankedVersion(text, Number(major), Number(minor));
  }
  const library = /^\s*libavutil\s+(\d+)\./m.exec(output)?.[1];
  return { text, major: null, minor: null, rank: library === undefined ? 0 : releaseOf(library) };
}

function rankedVersion(text: string, major: number, minor: number): FfmpegVersion {
  return { text, major, minor, rank: major + Math.min(minor, 99) / 100 };
}

/** libavutil 56 is FFmpeg 4, 57 is 5, …, and has risen with the major version ever since. */
function releaseOf(libavutilMajor: string): number {
  return Math.max(0, Number(libavutilMajor) - 52);
}
