import { type ExecFileException, execFile } from 'node:child_process';
import { AppError } from '../core/errors/app-error.ts';
import type { Tools } from '../core/work/tasks.ts';
import { toolMissing } from './tool-missing.ts';

export interface FfprobeRun {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly lines: readonly string[];
}

export interface FfprobeOptions {
  readonly path: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A hundred thousand streams or chapters would fit; more is an attack. */
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs ffprobe to its end, whatever its exit code. @throws AppError when it cannot run or hangs */
export async function runFfprobe(
  { ffprobe, guard }: Pick<Tools, 'ffprobe' | 'guard'>,
  argv: readonly string[],
  { path, timeoutMs, signal }: FfprobeOptions,
): Promise<FfprobeRun> {
  signal.throwIfAborted();
  const [program = ffprobe, ...before] = [...guard, ffprobe];
  const run = await new Promise<FfprobeRun & { readonly error: ExecFileException | null }>(
    (resolve) => {
      const child = execFile(
        program,
        [...before, ...argv],
        {
          signal,
          timeout: timeoutMs,
          killSignal: 'SIGKILL',
          maxBuffer: MOST_OUTPUT_BYTES,
          windowsHide: true,
        },
        (error, stdout, stderr) => {
          const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
          resolve({ exitCode: child.exitCode, signal: child.signalCode, stdout, lines, error });
        },
      );
      child.stdin?.end();
    },
  );
  signal.throwIfAborted();
  if (run.error?.killed === true) throw tooSlow(path, timeoutMs);
  if (toolMissing(run, guard)) throw missing(ffprobe, run.error);
  return run;
}

function tooSlow(path: string, timeoutMs: number): AppError {
  const seconds = Math.round(timeoutMs / 1000);
  return new AppError(
    'conversion/stalled',
    `ffprobe could not make sense of ${path} within ${seconds} s and was ended. Check the file and its disk.`,
    { details: { path, seconds } },
  );
}

function missing(ffprobe: string, cause: unknown): AppError {
  return new AppError(
    'conversion/ffmpeg-missing',
    `ffprobe could not be started (${ffprobe}). Install FFmpeg or set its path, see avlogue doctor.`,
    { details: { ffprobe }, cause },
  );
}
