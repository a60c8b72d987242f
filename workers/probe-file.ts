import type { ByteSource } from '../core/containers/byte-source.ts';
import { readFastStart } from '../core/containers/read-fast-start.ts';
import { AppError } from '../core/errors/app-error.ts';
import { buildProbeArguments } from '../core/ffmpeg/build-probe-arguments.ts';
import { classifyFailure } from '../core/ffmpeg/classify-failure.ts';
import { parseProbe } from '../core/ffmpeg/parse-probe.ts';
import type { MediaInfo } from '../core/model/media-info.ts';
import { chooseDecodable } from '../core/work/choose-decodable.ts';
import type { ProbeTask } from '../core/work/tasks.ts';
import { tellingLines } from '../core/work/telling-lines.ts';
import { checkFile } from './check-file.ts';
import { withFileSource } from './file-source.ts';
import { readingFailure } from './reading-failure.ts';
import { type FfprobeRun, runFfprobe } from './run-ffprobe.ts';

/** What `classifyFailure` wants to see of a file that ffprobe could not open. */
const HEAD_BYTES = 16;

/** What is in a file, by ffprobe and by its own boxes. @throws AppError import/* */
export async function probeFile(task: ProbeTask, signal: AbortSignal): Promise<MediaInfo> {
  const { path } = task;
  const { sizeBytes } = await checkFile(path);
  const run = await runFfprobe(task.tools, buildProbeArguments(path), { ...task, signal });
  if (run.exitCode !== 0) throw await probeFailure(path, run);
  const fastStart = await read(path, readFastStart);
  const info = parseProbe(await parseJson(path, run), { sizeBytes, fastStart });
  return chooseDecodable(info, task.tools.decodable, path);
}

async function probeFailure(path: string, run: FfprobeRun): Promise<AppError> {
  const head = await read(path, (source) => source.read(0, HEAD_BYTES));
  const { code, message } = classifyFailure({ task: 'probe', path, head, ...run });
  return new AppError(code, message, { details: { path, lines: tellingLines(run.lines) } });
}

async function parseJson(path: string, run: FfprobeRun): Promise<unknown> {
  try {
    return JSON.parse(run.stdout);
  } catch {
    // an ffprobe that ends well without an answer found nothing to describe
    throw await probeFailure(path, run);
  }
}

async function read<T>(path: string, reader: (source: ByteSource) => Promise<T>): Promise<T> {
  try {
    return await withFileSource(path, reader);
  } catch (error) {
    throw readingFailure(path, error);
  }
}
