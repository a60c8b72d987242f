import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { ConvertProgress, WorkerMessage } from '../../core/work/tasks.ts';
import { endProcess } from './end-process.ts';
import type { ProcessRegistry } from './process-registry.ts';

export interface TaskLineOptions {
  readonly registry: ProcessRegistry;
  /** What the task's process writes to. */
  readonly temporaryPaths: readonly string[];
  /** Pids of everything that runs for this pool, for its end. */
  readonly running: Set<number>;
  readonly graceMs: number;
  readonly onProgress?: (progress: ConvertProgress) => void;
}

/** The engine's end of the line to one task. */
export interface TaskLine {
  /** For the worker; it is transferred with the task. */
  readonly port: MessagePort;
  /** Asks the task to stop and ends its process. @returns whether a worker had taken the task up */
  cancel(): boolean;
  setPaused(paused: boolean): void;
  /** Resolves when no process of the task is left and its entries are gone. */
  close(): Promise<void>;
}

export function createTaskLine(options: TaskLineOptions): TaskLine {
  const { registry, running, graceMs } = options;
  const { port1: near, port2: far } = new MessageChannel();
  const pids = new Set<number>();
  const endings: Promise<unknown>[] = [];
  let isAccepted = false;
  let isCancelled = false;

  function started(pid: number): void {
    pids.add(pid);
    running.add(pid);
    noteProcess(pid);
    if (isCancelled) endings.push(endProcess(pid, { graceMs }));
  }

  /**
   * The entry serves only the start after a crash: a disk that takes none must not end the engine, and where it is
   * full the process itself says so.
   */
  function noteProcess(pid: number): void {
    try {
      registry.add(pid, options.temporaryPaths);
    } catch {
      // without an entry the process runs on
    }
  }

  function ended(pid: number): void {
    pids.delete(pid);
    running.delete(pid);
    endings.push(registry.remove(pid));
  }

  function hear(message: WorkerMessage): void {
    if (message.kind === 'accepted') isAccepted = true;
    else if (message.kind === 'started') started(message.pid);
    else if (message.kind === 'ended') ended(message.pid);
    else if (!isCancelled) options.onProgress?.(message.progress);
  }

  /** The worker's answer comes another way and may overtake its last messages. */
  function hearTheRest(): void {
    for (let next = receiveMessageOnPort(near); next !== undefined; ) {
      hear(next.message);
      next = receiveMessageOnPort(near);
    }
  }

  near.on('message', hear);
  // a pool with nothing to do must not keep the program alive; the task itself does
  near.unref();

  return {
    port: far,
    cancel() {
      if (isCancelled) return isAccepted;
      isCancelled = true;
      near.postMessage({ kind: 'cancel' });
      for (const pid of pids) endings.push(endProcess(pid, { graceMs }));
      return isAccepted;
    },
    setPaused: (paused) => near.postMessage({ kind: paused ? 'pause' : 'continue' }),
    async close() {
      hearTheRest();
      near.close();
      far.close();
      // what the worker did not end is left over from a thread that crashed
      await Promise.all([...pids].map((pid) => endProcess(pid, { graceMs: 0 })));
      for (const pid of pids) ended(pid);
      await Promise.all(endings);
    },
  };
}
