import { AppError, type ErrorDetails } from '../core/errors/app-error.ts';
import { classifyFailure } from '../core/ffmpeg/classify-failure.ts';
import { findFailedOutputs } from '../core/work/find-failed-outputs.ts';
import type { ConvertTask } from '../core/work/tasks.ts';
import { tellingLines } from '../core/work/telling-lines.ts';
import type { FfmpegExit } from './run-ffmpeg.ts';

/** FFmpeg ended badly, or well with a file that cannot be used. */
export function conversionFailure(task: ConvertTask, exit: FfmpegExit): AppError {
  const { code, message } = classifyFailure({ task: 'convert', path: task.masterPath, ...exit });
  return new AppError(code, message, { details: detailsOf(task, exit) });
}

export function stalled(task: ConvertTask, exit: FfmpegExit): AppError {
  const seconds = Math.round(task.stallMs / 1000);
  return new AppError(
    'conversion/stalled',
    `FFmpeg made no progress on ${task.masterPath} for ${seconds} s and was ended. Retry; check the disk or the master.`,
    { details: { ...detailsOf(task, exit), seconds } },
  );
}

/** Which formats failed is told as far as FFmpeg names the output that it stumbled over. */
export function detailsOf({ masterPath, outputs }: ConvertTask, exit: FfmpegExit): ErrorDetails {
  const failed = findFailedOutputs(
    exit.lines,
    outputs.map(({ temporaryPath }) => temporaryPath),
  );
  return {
    path: masterPath,
    formatIds: outputs.map(({ output }) => output.formatId),
    failedFormatIds: failed.map((index) => outputs[index]?.output.formatId),
    exitCode: exit.exitCode,
    signal: exit.signal,
    lines: tellingLines(exit.lines),
  };
}
