import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTAINERS } from '../../core/codecs/containers.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Output } from '../../core/model/plan.ts';
import type {
  ConversionProgress,
  ConversionRequest,
  ConversionRun,
  ConversionRunner,
  FinishedRendition,
} from '../../main/conversion/conversion-runner.ts';

/** One call of the runner, held until the test says how it ends. */
export interface ScriptedRun {
  readonly request: ConversionRequest;
  readonly aborted: Promise<void>;
  finish(): void;
  fail(error: AppError): void;
  tell(progress: ConversionProgress): void;
}

export interface ScriptedRunner {
  readonly runner: ConversionRunner;
  /** The next call, in their order; waits for it. */
  next(): Promise<ScriptedRun>;
  /** Job ids in the order of their calls. */
  ran(): readonly string[];
  mostAtOnce(): number;
  pauses(): readonly boolean[];
}

export interface ScriptedWishes {
  /** Every call succeeds at once. */
  readonly finishes?: boolean;
  /** A cancelled call ends when the test says so, not by itself. */
  readonly holdsCancelled?: boolean;
}

/** A runner that converts nothing and does as it is told. */
export function createScriptedRunner(wishes: ScriptedWishes = {}): ScriptedRunner {
  const { finishes = false, holdsCancelled = false } = wishes;
  const calls: ScriptedRun[] = [];
  const waiting: ((run: ScriptedRun) => void)[] = [];
  const ran: string[] = [];
  const pauses: boolean[] = [];
  let running = 0;
  let most = 0;

  const runner: ConversionRunner = {
    async run(request, hooks) {
      ran.push(request.jobId);
      running += 1;
      most = Math.max(most, running);
      const end = Promise.withResolvers<void>();
      const aborted = Promise.withResolvers<void>();
      hooks.signal.addEventListener('abort', () => {
        aborted.resolve();
        if (!holdsCancelled) end.reject(new AppError('conversion/cancelled', 'Cancelled.'));
      });
      const call: ScriptedRun = {
        request,
        aborted: aborted.promise,
        finish: () => end.resolve(),
        fail: (error) => end.reject(error),
        tell: hooks.onProgress,
      };
      const next = waiting.shift();
      if (next === undefined) calls.push(call);
      else next(call);
      if (finishes) end.resolve();
      try {
        await end.promise;
        hooks.onRun(runOf('done'));
        return { renditions: await makeFiles(request), run: runOf('done') };
      } catch (error) {
        hooks.onRun(runOf('failed'));
        throw error;
      } finally {
        running -= 1;
      }
    },
    setPaused: async (paused) => {
      pauses.push(paused);
    },
    close: async () => {},
  };

  return {
    runner,
    next: () => {
      const call = calls.shift();
      return call === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(call);
    },
    ran: () => ran,
    mostAtOnce: () => most,
    pauses: () => pauses,
  };
}

function runOf(outcome: ConversionRun['outcome']): ConversionRun {
  return { command: 'ffmpeg', argv: ['ffmpeg'], startedAtMs: 0, seconds: 1, lines: [], outcome };
}

async function makeFiles(request: ConversionRequest): Promise<readonly FinishedRendition[]> {
  await mkdir(request.targetFolder, { recursive: true });
  return Promise.all(request.outputs.map((output) => makeFile(output, request)));
}

async function makeFile(
  output: Output,
  { targetFolder, masterSha256 }: ConversionRequest,
): Promise<FinishedRendition> {
  const { formatId, formatName, fingerprint, decision, container } = output;
  const path = join(targetFolder, `${formatId}.${CONTAINERS[container].extension}`);
  await writeFile(path, formatId);
  return {
    ...{ path, formatId, formatName, masterSha256, decision, container },
    recipeFingerprint: fingerprint,
    mimeType: 'video/mp4',
    codecStrings: [],
    durationSeconds: 1,
    sizeBytes: formatId.length,
    bitrateBps: 1000,
    video: null,
    audio: null,
    fastStart: null,
  };
}
