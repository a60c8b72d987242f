import { readFastStart } from '../core/containers/read-fast-start.ts';
import { AppError } from '../core/errors/app-error.ts';
import { buildProbeArguments } from '../core/ffmpeg/build-probe-arguments.ts';
import { classifyFailure } from '../core/ffmpeg/classify-failure.ts';
import { parseProbe } from '../core/ffmpeg/parse-probe.ts';
import type { MediaInfo } from '../core/model/media-info.ts';
import { chooseDecodable } from '../core/work/choose-decodable.ts';
import type { ProbeTask } from '../core/work/tasks.ts';
import { checkFile } from './check-file.ts';
import { withFileSource } from './file-source.ts';
import { readingFailure } from './reading-failure.ts';
import { type FfprobeRun, runFfprobe } from './run-ffprobe.ts';

/** What is in a file, by ffprobe and by its own boxes. @throws AppError import/* */
export async function probeFile(task: ProbeTask, signal: AbortSignal): Promise<MediaInfo> {
  const { path } = task;
  const { sizeBytes } = await checkFile(path);
  const run = await runFfprobe(task.tools, buildProbeArguments(path), { ...task, signal });
  if (run.exitCode !== 0) throw probeFailure(path, run);
  const fastStart = await fastStartOf(path);
  const info = parseProbe(parseJson(path, run), { sizeBytes, fastStart });
  return chooseDecodable(info, task.tools.decodable, path);
}

function probeFailure(path: string, run: FfprobeRun): AppError {
  const { code, message } = classifyFailure({ task: 'probe', path, ...run });
  return new AppError(code, message, { details: { path, lines: run.lines.slice(-20) } });
}

function parseJson(path: string, run: FfprobeRun): unknown {
  try {
    return JSON.parse(run.stdout);
  } catch {
    // an ffprobe that ends well without an answer found nothing to describe
    throw probeFailure(path, run);
  }
}

async function fastStartOf(path: string): Promise<boolean | null> {
  try {
    return await withFileSource(path, readFastStart);
  } catch (error) {
    throw readingFailure(path, error);
  }
}
