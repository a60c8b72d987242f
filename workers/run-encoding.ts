import { startsFastStart } from '../core/ffmpeg/parse-log-line.ts';
import { createProgressParser } from '../core/ffmpeg/parse-progress.ts';
import { createProgressMeter, type ProgressMeter } from '../core/work/progress-meter.ts';
import type { ConvertTask } from '../core/work/tasks.ts';
import type { Control } from './control.ts';
import { type ControlledRun, runControlled } from './ffmpeg-run.ts';
import { giveWay } from './give-way.ts';
import type { RunningFfmpeg } from './run-ffmpeg.ts';
import { watchForStall } from './stall-watch.ts';

export interface EncodingRun extends ControlledRun {
  readonly meter: ProgressMeter;
  /** How far FFmpeg came by its own account; null: it did not say. */
  readonly writtenSeconds: number | null;
  readonly hasStalled: boolean;
}

/** FFmpeg from start to end, with its progress told as it comes and its death if none comes for too long. */
export async function runEncoding(
  task: ConvertTask,
  argv: readonly string[],
  control: Control,
): Promise<EncodingRun> {
  const meter = meterFor(task);
  const parser = createProgressParser();
  let running: RunningFfmpeg | null = null;
  let writtenSeconds: number | null = null;
  let hasStalled = false;
  control.onPause((paused) => meter.setPaused(paused, performance.now()));
  const stopWatching = watchForStall({
    meter,
    files: task.outputs.map(({ temporaryPath }) => temporaryPath),
    stallMs: task.stallMs,
    onStalled: () => {
      hasStalled = true;
      running?.kill('SIGKILL');
    },
  });
  try {
    const run = await runControlled(task.tools, argv, control, {
      onStarted: (started) => {
        running = started;
        giveWay(started.pid);
      },
      onOutput: (chunk) => {
        for (const block of parser.push(chunk)) {
          writtenSeconds = block.seconds ?? writtenSeconds;
          control.tell({ kind: 'progress', progress: meter.add(block, performance.now()) });
        }
      },
      onLine: (line) => {
        if (startsFastStart(line)) control.tell({ kind: 'progress', progress: meter.fastStart() });
      },
    });
    return { ...run, meter, writtenSeconds, hasStalled };
  } finally {
    stopWatching();
  }
}

function meterFor({ info, outputs }: ConvertTask): ProgressMeter {
  return createProgressMeter({
    durationSeconds: info.durationSeconds,
    phase: outputs.every(({ output }) => output.decision === 'copy') ? 'copying' : 'encoding',
    startedAtMs: performance.now(),
  });
}
