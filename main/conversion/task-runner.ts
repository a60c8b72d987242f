import type { ConvertProgress } from '../../core/work/tasks.ts';
import type { WorkerName } from '../../core/work/worker-names.ts';
import type { TaskLine } from './task-line.ts';

export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** What the task's process writes to; its caller removes them. */
  readonly temporaryPaths?: readonly string[];
  readonly onProgress?: (progress: ConvertProgress) => void;
  /** While the task runs, a way to halt it. */
  readonly onLine?: (line: Pick<TaskLine, 'setPaused'>) => void;
}

/**
 * Runs one task in a worker thread and settles when no process of it is left.
 * Rejects with what the worker found (`AppError`), conversion/cancelled, or internal/bug when its thread crashed.
 */
export type RunTask = <Value>(
  name: WorkerName,
  task: object,
  options?: TaskOptions,
) => Promise<Value>;
