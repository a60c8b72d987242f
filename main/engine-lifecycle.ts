import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from './catalog/catalog.ts';
import type { WorkerPool } from './conversion/pool.ts';
import type { ConversionQueue } from './conversion/queue.ts';
import type { Events } from './events.ts';
import { removeQuietly } from './files/remove-quietly.ts';
import { sweepFolder } from './files/sweep-folder.ts';
import type { Importer } from './import/importer.ts';
import type { WatchFolders } from './import/watch-folders.ts';
import type { LibraryPaths } from './library-paths.ts';
import type { Logger } from './logger.ts';
import type { Trash } from './operations/trash.ts';
import type { Publisher } from './publishing/publisher.ts';
import type { Replanner } from './replan-media.ts';
import { warmUp } from './warm-up.ts';

export interface LifecycleNeeds {
  readonly catalog: Catalog;
  readonly events: Events;
  readonly paths: LibraryPaths;
  readonly logger: Logger;
  readonly pool: Pick<WorkerPool, 'endLeftovers' | 'close'>;
  readonly queue: ConversionQueue;
  readonly importer: Importer;
  readonly watchFolders: WatchFolders;
  readonly publisher: Publisher;
  readonly replanner: Replanner;
  readonly trash: Trash;
}

export interface StartOptions {
  /** For long: watch the watched folders and be quick at the first window; left out: yes. A single command of the terminal does not. */
  readonly watch?: boolean;
}

export interface Lifecycle {
  /** Leaves off when it is stopped before it came to its end. */
  start(options?: StartOptions): Promise<void>;
  /** Waits for a start that is under way, so that nothing of it is left alive. */
  stop(): Promise<void>;
  /** Aborted when the engine begins to stop: open streams of events end by it. */
  readonly ended: AbortSignal;
}

/** In which order the parts come to life and end. Each start clears up first what a crash left behind. */
export function createLifecycle(needs: LifecycleNeeds): Lifecycle {
  const { catalog, paths, pool, queue, importer, watchFolders, publisher, replanner, trash } =
    needs;
  const ending = new AbortController();
  const background = new Set<Promise<void>>();
  let starting: Promise<void> | null = null;
  let stopping: Promise<void> | null = null;

  /** What nobody waits for: its failure is for the log. */
  function inBackground(what: string, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) needs.logger.error(`${what} failed.`, error);
      })
      .finally(() => background.delete(done));
    background.add(done);
  }

  /** The parts come to life in this order; none does any more when the engine is stopped meanwhile. */
  async function start({ watch = true }: StartOptions = {}): Promise<void> {
    const steps: readonly (() => unknown)[] = [
      () => pool.endLeftovers(),
      () => Promise.all([trash.empty(), emptyFolder(paths.incoming), sweepMasters(paths)]),
      () => importer.start(),
      () => announce(needs),
      ...(watch ? [() => warmUp(catalog)] : []),
      () => queue.start(),
      ...(watch ? [() => watchFolders.start()] : []),
      () => replanner.start(),
    ];
    for (const step of steps) {
      if (ending.signal.aborted) return;
      await step();
    }
    if (ending.signal.aborted) return;
    inBackground('Clearing up publish folders', () => publisher.recover());
    inBackground('Looking after the masters', () => importer.checkMasters());
  }

  /** One part that does not end well must not keep the others, and above all the catalog, from it. */
  async function stop(): Promise<void> {
    ending.abort();
    // a failure of the start is its caller's
    await starting?.catch(() => undefined);
    const parts = { publisher, watchFolders, importer, replanner, queue };
    for (const [name, part] of Object.entries(parts)) await end(name, () => part.stop());
    await end('pool', () => pool.close());
    await Promise.all(background);
    await catalog.close();
  }

  async function end(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      needs.logger.error(`The ${name} did not end well.`, error);
    }
  }

  return {
    start: (options) => {
      starting = start(options);
      return starting;
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
    ended: ending.signal,
  };
}

/** A copy on its way to another drive; nobody uploads before the start. */
function sweepMasters({ masters }: LibraryPaths): Promise<void> {
  return sweepFolder(masters, { beforeMs: Number.POSITIVE_INFINITY });
}

/** What was repaired while the catalog was opened is told to whoever listens. */
function announce({ catalog, events }: LifecycleNeeds): void {
  for (const { code, facts, message } of catalog.notices) {
    events.emit({ type: 'notice', level: 'warning', code, details: facts, message });
  }
}

async function emptyFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => removeQuietly(join(folder, name))));
}
