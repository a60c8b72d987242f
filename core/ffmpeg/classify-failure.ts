import type { ErrorCode } from '../errors/error-codes.ts';

export interface FailedRun {
  readonly task: 'probe' | 'convert' | 'image' | 'caption';
  /** The master. */
  readonly path: string;
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Lines of stderr as FFmpeg wrote them, with or without `[level]`; the last hundred are enough. */
  readonly lines: readonly string[];
}

export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What an FFmpeg or ffprobe run that ended badly means for a person. */
export function classifyFailure(run: FailedRun): Failure {
  return { code: 'conversion/ffmpeg-failed', message: `FFmpeg failed on ${run.path}.` };
}
