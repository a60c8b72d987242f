import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../core/errors/app-error.ts';
import type { ControlMessage, WorkerMessage } from '../core/work/tasks.ts';

/** A task as it arrives, with its own line to the engine, which closes it when the task has ended. */
export type Delivered<Task> = Task & { readonly port: MessagePort };

/** What the engine says while a task runs. */
export interface Control {
  readonly signal: AbortSignal;
  tell(message: WorkerMessage): void;
  /** Called at once when the task is halted already. */
  onPause(listener: (paused: boolean) => void): void;
}

/** Runs `work` with the task's line open; afterwards the line keeps nothing busy. */
export async function withControl<T>(
  port: MessagePort,
  work: (control: Control) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const listeners: ((paused: boolean) => void)[] = [];
  let isPaused = false;
  port.on('message', (message: ControlMessage) => {
    if (message.kind === 'cancel') {
      abort.abort(cancelled());
    } else {
      isPaused = message.kind === 'pause';
      for (const listener of listeners) listener(isPaused);
    }
  });
  port.postMessage({ kind: 'accepted' } satisfies WorkerMessage);
  try {
    return await work({
      signal: abort.signal,
      tell: (message) => port.postMessage(message),
      onPause(listener) {
        listeners.push(listener);
        if (isPaused) listener(true);
      },
    });
  } finally {
    port.unref();
  }
}

function cancelled(): AppError {
  return new AppError('conversion/cancelled', 'It was cancelled.');
}
