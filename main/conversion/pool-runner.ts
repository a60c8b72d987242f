import { join } from 'node:path';
import { containerFacts } from '../../core/codecs/containers.ts';
import { AppError, unwrap } from '../../core/errors/app-error.ts';
import type { Output } from '../../core/model/plan.ts';
import type { ConvertAnswer, ConvertTask, Measured } from '../../core/work/tasks.ts';
import type {
  ConversionRequest,
  ConversionResult,
  ConversionRun,
  ConversionRunner,
  FinishedRendition,
} from './conversion-runner.ts';
import type { TaskLine } from './task-line.ts';
import type { RunTask } from './task-runner.ts';
import type { ToolSource } from './tool-source.ts';
import { withTargets } from './write-targets.ts';

export interface PoolRunnerNeeds {
  readonly run: RunTask;
  readonly toolSource: ToolSource;
  readonly stallMs: number;
}

type Hooks = Parameters<ConversionRunner['run']>[1];

/** Conversions on this machine, one worker thread and one FFmpeg process each. */
export function createPoolRunner({ run, toolSource, stallMs }: PoolRunnerNeeds): ConversionRunner {
  const lines = new Set<Pick<TaskLine, 'setPaused'>>();
  const closing = new AbortController();
  let isPaused = false;

  async function convert(
    request: ConversionRequest,
    { signal, onProgress, onRun }: Hooks,
  ): Promise<ConversionResult> {
    onProgress({ phase: 'preparing', fraction: 0, speed: null, secondsLeft: null });
    const tools = await toolSource();
    const targets = request.outputs.map((output) => targetOf(output, request));
    return withTargets(targets, async (temporaryPaths) => {
      const task: ConvertTask = { ...taskOf(request, temporaryPaths), tools, stallMs };
      const answer = await runLine(task, { temporaryPaths, signal, onProgress });
      if (answer.run !== null) onRun(answer.run);
      const measured = unwrap(answer.measured);
      if (signal.aborted || closing.signal.aborted) throw cancelled();
      return { renditions: finished(request, targets, measured), run: runOf(answer) };
    });
  }

  async function runLine(
    task: ConvertTask,
    options: Pick<Hooks, 'signal' | 'onProgress'> & { readonly temporaryPaths: readonly string[] },
  ): Promise<ConvertAnswer> {
    let own: Pick<TaskLine, 'setPaused'> | null = null;
    try {
      return await run<ConvertAnswer>('convert', task, {
        ...options,
        signal: AbortSignal.any([options.signal, closing.signal]),
        onLine(line) {
          own = line;
          lines.add(line);
          if (isPaused) line.setPaused(true);
        },
      });
    } finally {
      if (own !== null) lines.delete(own);
    }
  }

  return {
    run: convert,
    async setPaused(paused) {
      isPaused = paused;
      for (const line of lines) line.setPaused(paused);
    },
    async close() {
      closing.abort();
    },
  };
}

function targetOf({ formatId, container }: Output, { targetFolder }: ConversionRequest): string {
  return join(targetFolder, `${formatId}.${containerFacts(container).extension}`);
}

function taskOf(
  { masterPath, info, outputs, encoderThreads }: ConversionRequest,
  temporaryPaths: readonly string[],
): Omit<ConvertTask, 'tools' | 'stallMs'> {
  return {
    masterPath,
    info,
    encoderThreads,
    outputs: outputs.map((output, index) => ({
      output,
      temporaryPath: temporaryPaths[index] ?? '',
    })),
  };
}

function finished(
  { outputs, masterSha256 }: ConversionRequest,
  targets: readonly string[],
  measured: readonly Measured[],
): readonly FinishedRendition[] {
  return outputs.flatMap((output, index) => {
    const facts = measured[index];
    const path = targets[index];
    if (facts === undefined || path === undefined) return [];
    const { formatId, formatName, decision, container, fingerprint } = output;
    return {
      ...facts,
      formatId,
      formatName,
      decision,
      container,
      path,
      masterSha256,
      recipeFingerprint: fingerprint,
    };
  });
}

function runOf({ run }: ConvertAnswer): ConversionRun {
  if (run !== null) return run;
  throw new Error('Files were measured although FFmpeg never ran.');
}

function cancelled(): AppError {
  return new AppError('conversion/cancelled', 'The conversion was cancelled.');
}
