import { AppError } from '../core/errors/app-error.ts';
import { writeCommand } from '../core/ffmpeg/write-command.ts';
import type { FfmpegRunLog, Tools } from '../core/work/tasks.ts';
import type { Control } from './control.ts';
import {
  type FfmpegExit,
  type FfmpegListeners,
  type RunningFfmpeg,
  runFfmpeg,
} from './run-ffmpeg.ts';
import { toolMissing } from './tool-missing.ts';

export interface ControlledRun {
  readonly exit: FfmpegExit;
  readonly log: FfmpegRunLog;
}

/** Few enough to be kept with the job for good. */
const LOGGED_LINES = 60;

/**
 * Runs FFmpeg so that the engine knows its pid from the first moment and can pause and cancel it.
 * On cancelling FFmpeg is asked to end; whoever cancelled ends it if it does not.
 */
export async function runControlled(
  tools: Tools,
  argv: readonly string[],
  control: Control,
  listeners: Partial<FfmpegListeners> = {},
): Promise<ControlledRun> {
  control.signal.throwIfAborted();
  const startedAtMs = Date.now();
  const begunMs = performance.now();
  let running: RunningFfmpeg | null = null;
  const quit = (): void => running?.quit();
  control.signal.addEventListener('abort', quit, { once: true });
  try {
    const exit = await runFfmpeg(tools, argv, {
      ...listeners,
      onStarted(started) {
        running = started;
        control.tell({ kind: 'started', pid: started.pid });
        if (control.signal.aborted) started.quit();
        letPause(started, control);
        listeners.onStarted?.(started);
      },
    });
    return {
      exit,
      log: logOf(exit, { tools, argv, startedAtMs, begunMs, signal: control.signal }),
    };
  } finally {
    control.signal.removeEventListener('abort', quit);
    const pid = pidOf(running);
    if (pid !== null) control.tell({ kind: 'ended', pid });
  }
}

/** The start may follow at once or later; a cast-free way to read what a callback set. */
function pidOf(running: RunningFfmpeg | null): number | null {
  return running?.pid ?? null;
}

function letPause(running: RunningFfmpeg, control: Control): void {
  if (process.platform === 'win32') return;
  control.onPause((paused) => running.kill(paused ? 'SIGSTOP' : 'SIGCONT'));
}

interface RunFacts {
  readonly tools: Tools;
  readonly argv: readonly string[];
  readonly startedAtMs: number;
  /** The same moment by a clock that nobody sets. */
  readonly begunMs: number;
  readonly signal: AbortSignal;
}

function logOf(
  exit: FfmpegExit,
  { tools, argv, startedAtMs, begunMs, signal }: RunFacts,
): FfmpegRunLog {
  const failed = signal.aborted ? 'cancelled' : 'failed';
  return {
    command: writeCommand(tools.ffmpeg, argv),
    argv,
    startedAtMs,
    seconds: (performance.now() - begunMs) / 1000,
    lines: exit.lines.slice(-LOGGED_LINES),
    outcome: exit.exitCode === 0 && !signal.aborted ? 'done' : failed,
  };
}

/** @throws AppError conversion/ffmpeg-missing */
export function requireStarted(exit: FfmpegExit, { ffmpeg, guard }: Tools): void {
  if (exit.failure === null && !toolMissing(exit, guard)) return;
  throw new AppError(
    'conversion/ffmpeg-missing',
    `FFmpeg could not be started (${ffmpeg}). Install FFmpeg or set its path, see avlogue doctor.`,
    { details: { ffmpeg, reason: exit.failure?.message ?? exit.lines.at(-1) ?? '' } },
  );
}
