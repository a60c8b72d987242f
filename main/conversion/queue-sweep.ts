import { join } from 'node:path';
import { diskNow } from '../files/disk-now.ts';
import { sweepFolder, sweepFoldersIn } from '../files/sweep-folder.ts';
import type { QueueNeeds } from './queue-needs.ts';

/** Removes the temporary files that a crash left among renditions and logs. */
export interface QueueSweep {
  /**
   * Where work was interrupted before it resolves; everywhere else, to be sure, while the queue runs already. What
   * that began to write is told by the disk's own clock: by ours it may seem older.
   */
  start(interruptedMediaIds: readonly string[]): Promise<void>;
  /** Resolves when nothing is swept any more. */
  end(): Promise<void>;
}

export function createQueueSweep({
  clock,
  paths: { logs, renditions },
}: Pick<QueueNeeds, 'clock' | 'paths'>): QueueSweep {
  let end = async (): Promise<void> => {};
  return {
    async start(interruptedMediaIds) {
      const beforeMs = (await diskNow(renditions)) ?? clock.now();
      // among the renditions themselves lies what tells the disk's time
      for (const folder of [logs, renditions]) await sweepFolder(folder, { beforeMs });
      for (const id of interruptedMediaIds) await sweepFolder(join(renditions, id), { beforeMs });
      const abort = new AbortController();
      const swept = sweepFoldersIn(renditions, { beforeMs, signal: abort.signal });
      end = async () => {
        abort.abort();
        await swept;
      };
    },
    end: () => end(),
  };
}
