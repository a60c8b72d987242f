import { open } from 'node:fs/promises';
import { containerFacts } from '../core/codecs/containers.ts';
import { readCodecStrings } from '../core/containers/read-codec-strings.ts';
import { AppError } from '../core/errors/app-error.ts';
import type { MediaInfo } from '../core/model/media-info.ts';
import { findDeviations, masterEndsEarly, type OutputCheck } from '../core/work/check-output.ts';
import { describeOutput } from '../core/work/describe-output.ts';
import { isWholeMp4 } from '../core/work/is-whole-mp4.ts';
import type { ConvertTask, Measured } from '../core/work/tasks.ts';
import { conversionFailure, detailsOf } from './conversion-failure.ts';
import { withFileSource } from './file-source.ts';
import { probeFile } from './probe-file.ts';
import type { EncodingRun } from './run-encoding.ts';

type PlannedFile = ConvertTask['outputs'][number];

const PROBE_TIMEOUT_MS = 60_000;

/** Looks into each finished file; all of them must be as planned. @throws AppError conversion/* */
export async function verifyOutputs(
  task: ConvertTask,
  run: EncodingRun,
  signal: AbortSignal,
): Promise<readonly Measured[]> {
  const looks = task.outputs.map((planned) => verifyOutput(planned, task, run, signal));
  // none may still be looking when the caller removes the files
  await Promise.allSettled(looks);
  return Promise.all(looks);
}

async function verifyOutput(
  planned: PlannedFile,
  task: ConvertTask,
  run: EncodingRun,
  signal: AbortSignal,
): Promise<Measured> {
  const { output, temporaryPath } = planned;
  const found = await probeOutput(planned, task, run, signal);
  const check: OutputCheck = {
    output,
    master: task.info,
    found,
    writtenSeconds: run.writtenSeconds,
    lines: run.exit.lines,
  };
  const deviations = findDeviations(check);
  if (deviations.length === 1 && masterEndsEarly(check)) throw masterDamaged(task, run, found);
  if (deviations.length > 0) throw notAsPlanned(planned, task, run, deviations);
  await requireWhole(planned, task, run);
  const codecs = { videoCodec: found.video?.codec ?? null, audioCodec: found.audio?.codec ?? null };
  const fileCodecs = await withFileSource(temporaryPath, (source) =>
    readCodecStrings(source, output.container, codecs),
  );
  await syncFile(temporaryPath);
  return describeOutput(output.container, found, fileCodecs);
}

async function probeOutput(
  planned: PlannedFile,
  task: ConvertTask,
  run: EncodingRun,
  signal: AbortSignal,
): Promise<MediaInfo> {
  const { tools } = task;
  const path = planned.temporaryPath;
  try {
    return await probeFile({ tools, path, timeoutMs: PROBE_TIMEOUT_MS }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof AppError) || error.code === 'conversion/ffmpeg-missing') throw error;
    throw notAsPlanned(planned, task, run, [`ffprobe says: ${error.message}`]);
  }
}

async function requireWhole(
  planned: PlannedFile,
  task: ConvertTask,
  run: EncodingRun,
): Promise<void> {
  if (!containerFacts(planned.output.container).fastStart) return;
  if (await withFileSource(planned.temporaryPath, isWholeMp4)) return;
  throw notAsPlanned(planned, task, run, ['it is cut off']);
}

function notAsPlanned(
  { output }: PlannedFile,
  task: ConvertTask,
  run: EncodingRun,
  deviations: readonly string[],
): AppError {
  // some versions end with 0 although the disk was full at the last bytes
  const cause = conversionFailure(task, run.exit);
  if (cause.code === 'conversion/disk-full') return cause;
  return new AppError(
    'conversion/verification-failed',
    `What FFmpeg made of ${task.masterPath} for ${output.formatName} was thrown away: ${deviations.join('; ')}.`,
    {
      details: { ...detailsOf(task, run.exit), failedFormatIds: [output.formatId], deviations },
    },
  );
}

function masterDamaged(task: ConvertTask, run: EncodingRun, found: MediaInfo): AppError {
  const seconds = { readable: found.durationSeconds, told: task.info.durationSeconds };
  const copy = 'ffmpeg -i OLD -c copy NEW';
  return new AppError(
    'conversion/master-damaged',
    `Only ${seconds.readable.toFixed(1)} s of ${seconds.told.toFixed(1)} s can be read of ${task.masterPath}: it is cut off or damaged. Replace it with a whole copy; or keep what there is with “${copy}” and import that.`,
    { details: { ...detailsOf(task, run.exit), seconds } },
  );
}

/** So that a final name never stands for a file which a power cut would empty. */
async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r+');
  await file.sync();
}
