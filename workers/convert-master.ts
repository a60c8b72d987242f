import { type AppError, envelop } from '../core/errors/app-error.ts';
import { buildConversionArguments } from '../core/ffmpeg/build-conversion-arguments.ts';
import type { ConvertAnswer, ConvertTask, FfmpegRunLog, Measured } from '../core/work/tasks.ts';
import type { Control } from './control.ts';
import { conversionFailure, stalled } from './conversion-failure.ts';
import { requireStarted } from './ffmpeg-run.ts';
import { checkMaster, requireUnchanged } from './master-state.ts';
import { type EncodingRun, runEncoding } from './run-encoding.ts';
import { verifyOutputs } from './verify-outputs.ts';

/** One FFmpeg process makes all outputs under their temporary names; each is verified and synced. */
export async function convertMaster(task: ConvertTask, control: Control): Promise<ConvertAnswer> {
  let run: FfmpegRunLog | null = null;
  const measured = await envelop(async (): Promise<readonly Measured[]> => {
    const before = await checkMaster(task);
    const encoding = await runEncoding(task, argumentsFor(task), control);
    run = encoding.log;
    control.signal.throwIfAborted();
    const failure = failureOf(task, encoding);
    await requireUnchanged(task, before);
    if (failure !== null) throw failure;
    control.tell({ kind: 'progress', progress: encoding.meter.verifying() });
    const outputs = await verifyOutputs(task, encoding, control.signal);
    await requireUnchanged(task, before);
    return outputs;
  });
  return { run: failedUnless(measured.ok, run), measured };
}

function argumentsFor(task: ConvertTask): readonly string[] {
  return buildConversionArguments({
    ...task,
    outputs: task.outputs.map(({ output, temporaryPath }) => ({ output, path: temporaryPath })),
    capabilities: task.tools.capabilities,
  });
}

function failureOf(task: ConvertTask, { exit, hasStalled }: EncodingRun): AppError | null {
  if (hasStalled) return stalled(task, exit);
  requireStarted(exit, task.tools);
  return exit.exitCode === 0 ? null : conversionFailure(task, exit);
}

/** A run whose files were thrown away has not succeeded, whatever FFmpeg thought. */
function failedUnless(ok: boolean, run: FfmpegRunLog | null): FfmpegRunLog | null {
  return run === null || ok || run.outcome !== 'done' ? run : { ...run, outcome: 'failed' };
}
