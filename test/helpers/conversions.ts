import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Format } from '../../core/model/format.ts';
import type {
  ConversionProgress,
  ConversionRequest,
  ConversionResult,
  ConversionRun,
} from '../../main/conversion/conversion-runner.ts';
import { planOutputs } from './plan-outputs.ts';
import type { TestPool } from './worker-pool.ts';

/** Everything about this master in these formats, into a folder of its own. */
export async function requestFor(
  pool: TestPool,
  masterPath: string,
  formats: readonly Format[],
  forceEncoding = true,
): Promise<ConversionRequest> {
  const { info, sha256 } = await pool.tools.inspect(masterPath);
  return {
    jobId: 'job-1',
    masterPath,
    masterSha256: sha256,
    info,
    outputs: planOutputs(info, formats, forceEncoding),
    targetFolder: pool.folder.at(`out-${randomUUID()}`),
    encoderThreads: 2,
  };
}

export interface StartedConversion {
  readonly result: Promise<ConversionResult>;
  readonly progress: readonly ConversionProgress[];
  readonly runs: readonly ConversionRun[];
  /** Resolves when FFmpeg has told progress, with its pid; rejects when it ended without. */
  readonly underWay: Promise<number>;
  cancel(): void;
}

export function startConversion(pool: TestPool, request: ConversionRequest): StartedConversion {
  const abort = new AbortController();
  const progress: ConversionProgress[] = [];
  const runs: ConversionRun[] = [];
  const moving = Promise.withResolvers<void>();
  const result = pool.runner.run(request, {
    signal: abort.signal,
    onProgress(step) {
      progress.push(step);
      if (step.phase !== 'preparing') moving.resolve();
    },
    onRun: (run) => runs.push(run),
  });
  result.catch(moving.reject);
  const underWay = moving.promise.then(() => pidIn(pool));
  underWay.catch(() => undefined);
  return { result, progress, runs, underWay, cancel: () => abort.abort() };
}

async function pidIn(pool: TestPool): Promise<number> {
  const [file] = await readdir(pool.folder.at('processes'));
  if (file === undefined) throw new Error('No process is registered.');
  return JSON.parse(await readFile(pool.folder.at('processes', file), 'utf8')).pid;
}

/** Names in the target folder; none when it was never made. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
