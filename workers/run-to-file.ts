import { open } from 'node:fs/promises';
import { AppError } from '../core/errors/app-error.ts';
import { classifyFailure } from '../core/ffmpeg/classify-failure.ts';
import type { ImageTask } from '../core/work/tasks.ts';
import { tellingLines } from '../core/work/telling-lines.ts';
import { checkRegular } from './check-file.ts';
import type { Control } from './control.ts';
import { requireStarted, runControlled } from './ffmpeg-run.ts';
import type { RunningFfmpeg } from './run-ffmpeg.ts';

export type FileTask = Pick<ImageTask, 'tools' | 'masterPath' | 'temporaryPath' | 'timeoutMs'>;

/**
 * A short FFmpeg run that makes one small file; the file is synced. Its bytes are empty when FFmpeg
 * ended well and wrote nothing.
 * @throws AppError import/*, conversion/*
 */
export async function runToFile(
  kind: 'image' | 'caption',
  argv: readonly string[],
  task: FileTask,
  control: Control,
): Promise<{ readonly bytes: Uint8Array }> {
  await checkRegular(task.masterPath);
  let running: RunningFfmpeg | null = null;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    running?.kill('SIGKILL');
  }, task.timeoutMs);
  try {
    const { exit } = await runControlled(task.tools, argv, control, {
      onStarted: (started) => {
        running = started;
      },
    });
    control.signal.throwIfAborted();
    requireStarted(exit, task.tools);
    if (isLate) throw late(task);
    if (exit.exitCode !== 0) {
      const failure = classifyFailure({ task: kind, path: task.masterPath, ...exit });
      const details = { path: task.masterPath, argv, lines: tellingLines(exit.lines) };
      throw new AppError(failure.code, failure.message, { details });
    }
  } finally {
    clearTimeout(timer);
  }
  return { bytes: await readSynced(task.temporaryPath) };
}

function late({ masterPath, timeoutMs }: FileTask): AppError {
  const seconds = Math.round(timeoutMs / 1000);
  return new AppError(
    'conversion/stalled',
    `FFmpeg took longer than ${seconds} s over ${masterPath} and was ended. Retry; check the disk or the file.`,
    { details: { path: masterPath, seconds } },
  );
}

async function readSynced(path: string): Promise<Uint8Array> {
  await using file = await open(path, 'r+');
  await file.sync();
  return file.readFile();
}
