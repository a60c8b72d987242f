import { resolve } from 'node:path';
import { readAppVersion } from './app-version.ts';
import type { Catalog } from './catalog/catalog.ts';
import { openCatalog } from './catalog/open-catalog.ts';
import type { Clock, Ids } from './clock.ts';
import { createChosenTools } from './conversion/chosen-tools.ts';
import { createConversionQueue } from './conversion/create-queue.ts';
import { findCurrentBinaries } from './conversion/current-binaries.ts';
import type { MediaTools } from './conversion/media-tools.ts';
import { createWorkerPool } from './conversion/pool.ts';
import type { ConversionQueue } from './conversion/queue.ts';
import type { Environment } from './conversion/system-tools.ts';
import { createLifecycle, type StartOptions } from './engine-lifecycle.ts';
import { createEvents, type Events } from './events.ts';
import { createImporter } from './import/create-importer.ts';
import { createWatchFolders } from './import/create-watch-folders.ts';
import type { Importer } from './import/importer.ts';
import type { WatchFolders } from './import/watch-folders.ts';
import { type LibraryPaths, libraryPaths } from './library-paths.ts';
import { createSilentLogger, type Logger } from './logger.ts';
import { limitsOf } from './machine-limits.ts';
import type { HostKind } from './operations/needs.ts';
import { createRouter, type Router } from './operations/router.ts';
import { createTrash, type Trash } from './operations/trash.ts';
import { createPlanner, type Planner, settingsOf } from './planner.ts';
import { createPublisher } from './publishing/create-publisher.ts';
import type { Publisher } from './publishing/publisher.ts';
import { createReplanner, type Replanner } from './replan-media.ts';
import { createClock, createIds } from './system-clock.ts';

export interface EngineOptions {
  /** Made when it is not there. */
  readonly libraryPath: string;
  readonly host: HostKind;
  /** Where FFmpeg is looked for; left out: this process's own. */
  readonly environment?: Environment;
  readonly logger?: Logger;
  /** The user's, see `conversion/chosen-tools.ts`; left out: what is chosen holds as long as this engine. */
  readonly chosenToolsFile?: string;
}

/** Everything between a transport and the disk. Hosts serve `router`; the terminal uses the parts directly. */
export interface Engine {
  readonly router: Router;
  readonly version: string;
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly events: Events;
  readonly catalog: Catalog;
  readonly tools: MediaTools;
  readonly planner: Planner;
  readonly queue: ConversionQueue;
  readonly importer: Importer;
  readonly watchFolders: WatchFolders;
  readonly publisher: Publisher;
  readonly replanner: Replanner;
  readonly trash: Trash;
  /** Ends what a crash left over, takes unfinished work up again, watches folders. */
  start(options?: StartOptions): Promise<void>;
  /** Ends running work so that the next start takes it up again, and lets go of the library. Once or often. */
  stop(): Promise<void>;
}

/** Conversions that ever run at once; the settings stay below it. */
const MOST_PARALLEL_JOBS = 64;

/**
 * The composition root: the only place that knows how the parts fit together. Nothing runs before `start`.
 * @throws AppError catalog/locked, catalog/newer-version, catalog/unreadable, catalog/write-failed
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { host, environment = process.env, logger = createSilentLogger() } = options;
  const version = await readAppVersion();
  const clock = createClock();
  const ids = createIds();
  const events = createEvents();
  const paths = libraryPaths(resolve(options.libraryPath));

  const catalog = await openCatalog({
    paths,
    clock,
    appVersion: version,
    onProblem: (error) => logger.warn('The catalog’s snapshot could not be rewritten.', error),
  });
  catalog.subscribe(events.emit);
  const limits = () => limitsOf(settingsOf(catalog));

  const chosenTools = createChosenTools(options.chosenToolsFile ?? null, logger);
  const binaries = await findCurrentBinaries(catalog, { environment, chosenTools });
  const pool = createWorkerPool({
    binaries: binaries.paths,
    processesFolder: paths.processes,
    parallelJobs: MOST_PARALLEL_JOBS,
  });
  const { tools, runner } = pool;

  const planner = createPlanner({ catalog, encoders: () => binaries.get().encoders });
  const common = { catalog, events, clock, ids, paths, logger };
  const queue = createConversionQueue({ ...common, runner, planner, tools, limits });
  const importer = createImporter({ ...common, tools, planner, queue });
  const watchFolders = createWatchFolders({ catalog, importer, events, clock });
  const publisher = createPublisher(common);
  const replanner = createReplanner({
    ...common,
    planner,
    encoders: () => binaries.get().encoders,
  });
  const trash = createTrash({ ...common, queue, planner, plans: replanner });

  const parts = { queue, importer, watchFolders, publisher, trash, replanner, pool };
  const lifecycle = createLifecycle({ ...common, ...parts });
  const router = createRouter({
    ...common,
    ...parts,
    host,
    version,
    tools,
    planner,
    limits,
    binaries: binaries.get,
    findBinariesAgain: async (chosen) => {
      await binaries.findAgain(chosen);
      replanner.request();
    },
    ended: lifecycle.ended,
  });

  return { ...common, ...parts, router, version, tools, planner, ...lifecycle };
}
