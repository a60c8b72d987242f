import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { AppError, type Envelope, unwrap } from '../../core/errors/app-error.ts';
import type { WorkerName } from '../../core/work/worker-names.ts';
import type { ConversionRunner } from './conversion-runner.ts';
import { killNow } from './end-process.ts';
import type { MediaTools } from './media-tools.ts';
import { createPoolRunner } from './pool-runner.ts';
import { createPoolTools } from './pool-tools.ts';
import { createProcessRegistry } from './process-registry.ts';
import { createTaskLine, type TaskLine } from './task-line.ts';
import type { RunTask, TaskOptions } from './task-runner.ts';
import { createToolSource, type PoolBinaries } from './tool-source.ts';
import { workerFile } from './worker-files.ts';

export interface WorkerPoolOptions {
  /** Asked at every task, since another FFmpeg may be chosen. */
  readonly binaries: () => PoolBinaries;
  readonly processesFolder: string;
  /** The most conversions at once; who hands them out may use fewer. */
  readonly parallelJobs: number;
  /** How long FFmpeg may show no progress before it is ended. */
  readonly stallMs?: number;
  /** How long a cancelled FFmpeg may take to end by itself. */
  readonly graceMs?: number;
}

export interface WorkerPool {
  readonly tools: MediaTools;
  readonly runner: ConversionRunner;
  /** Before the first task, by the library's owner only. @returns how many processes of a crashed run were ended */
  endLeftovers(): Promise<number>;
  /** Cancels what runs; resolves when threads, processes and temporary files are gone. */
  close(): Promise<void>;
}

/** Slow disks and the first frames of huge pictures take their time. */
const STALL_MS = 5 * 60_000;
const GRACE_MS = 400;
/** A thread that does not answer a cancellation is ended with its task. */
const DEAF_MS = 3_000;

/** Worker threads for everything that reads or makes media. Looking at files never waits for a conversion. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { stallMs = STALL_MS, graceMs = GRACE_MS } = options;
  const looking = createThreads(Math.max(4, availableParallelism()));
  const converting = createThreads(options.parallelJobs);
  const registry = createProcessRegistry(options.processesFolder);
  const running = new Set<number>();
  const lines = new Set<TaskLine>();
  const settling = new Set<Promise<unknown>>();
  let isClosed = false;

  const run: RunTask = <Value>(name: WorkerName, task: object, taskOptions: TaskOptions = {}) => {
    const settled = runTask<Value>(name, task, taskOptions);
    const watched = settled.catch(() => undefined).finally(() => settling.delete(watched));
    settling.add(watched);
    return settled;
  };

  async function runTask<Value>(
    name: WorkerName,
    task: object,
    taskOptions: TaskOptions,
  ): Promise<Value> {
    if (isClosed || taskOptions.signal?.aborted === true) throw cancelled();
    const { temporaryPaths = [], onProgress } = taskOptions;
    const line = createTaskLine({
      registry,
      running,
      graceMs,
      temporaryPaths,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    lines.add(line);
    taskOptions.onLine?.(line);
    try {
      const pool = name === 'convert' ? converting : looking;
      return unwrap(await inThread<Value>(pool, { name, task, line }, taskOptions.signal));
    } finally {
      lines.delete(line);
      await line.close();
    }
  }

  const killAll = (): void => running.forEach(killNow);
  process.once('exit', killAll);
  const toolSource = createToolSource(options.binaries);
  const runner = createPoolRunner({ run, toolSource, stallMs });

  return {
    tools: createPoolTools({ run, toolSource }),
    runner,
    endLeftovers: registry.endLeftovers,
    async close() {
      isClosed = true;
      for (const line of lines) line.cancel();
      await runner.close();
      await Promise.all(settling);
      await Promise.all([looking.destroy(), converting.destroy()]);
      process.off('exit', killAll);
    },
  };
}

/** Threads start when there is work, and end when there was none for a while. */
function createThreads(maxThreads: number): Piscina<object, Envelope<unknown>> {
  return new Piscina({
    minThreads: 0,
    maxThreads,
    idleTimeout: 10_000,
    // a waiting thread stays responsive to its children and its line
    atomics: 'disabled',
    // options of this process, such as an inspector's port, are not the threads'
    execArgv: [],
  });
}

interface PlacedTask {
  readonly name: WorkerName;
  readonly task: object;
  readonly line: TaskLine;
}

/** Cancelling goes by message: ending the thread would leave its FFmpeg running, so that is the last resort. */
async function inThread<Value>(
  pool: Piscina,
  { name, task, line }: PlacedTask,
  signal: AbortSignal | undefined,
): Promise<Envelope<Value>> {
  const force = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    if (line.cancel()) timer = setTimeout(() => force.abort(), DEAF_MS);
    else force.abort();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await pool.run(
      { ...task, port: line.port },
      { filename: workerFile(name), transferList: [line.port], signal: force.signal },
    );
  } catch (error) {
    if (force.signal.aborted) throw cancelled();
    throw crashed(name, error);
  } finally {
    signal?.removeEventListener('abort', cancel);
    clearTimeout(timer);
  }
}

function cancelled(): AppError {
  return new AppError('conversion/cancelled', 'It was cancelled.');
}

function crashed(name: WorkerName, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError(
    'internal/bug',
    `The worker thread for “${name}” ended unexpectedly (${reason}). Please report it with the log, then retry.`,
    { cause: error },
  );
}
