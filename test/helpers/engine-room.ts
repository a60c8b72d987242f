import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Catalog } from '../../main/catalog/catalog.ts';
import { openCatalog } from '../../main/catalog/open-catalog.ts';
import { findBinaries, type MediaBinaries } from '../../main/conversion/binaries.ts';
import type { ConversionRunner } from '../../main/conversion/conversion-runner.ts';
import { createConversionQueue } from '../../main/conversion/create-queue.ts';
import type { MediaTools } from '../../main/conversion/media-tools.ts';
import { createWorkerPool, type WorkerPool } from '../../main/conversion/pool.ts';
import type { ConversionQueue } from '../../main/conversion/queue.ts';
import { createEvents, type Events } from '../../main/events.ts';
import { createImporter } from '../../main/import/create-importer.ts';
import type { Importer } from '../../main/import/importer.ts';
import { type LibraryPaths, libraryPaths } from '../../main/library-paths.ts';
import { createPlanner, type Planner } from '../../main/planner.ts';
import { createClock, createIds } from '../../main/system-clock.ts';

/** A library in a folder with the real catalog and the real pool; no host and no publisher. */
export interface EngineRoom extends AsyncDisposable {
  readonly paths: LibraryPaths;
  readonly catalog: Catalog;
  readonly tools: MediaTools;
  readonly planner: Planner;
  readonly queue: ConversionQueue;
  readonly importer: Importer;
  readonly events: Events;
  /** Everything told so far. */
  readonly told: readonly EngineEvent[];
}

export interface RoomWishes {
  /** Around the real ones, to look on or to interfere. */
  readonly catalog?: (real: Catalog) => Catalog;
  readonly tools?: (real: MediaTools) => MediaTools;
  readonly runner?: (real: ConversionRunner) => ConversionRunner;
  /** One of several rooms; else the room has its own. Threads take half a second to start. */
  readonly pool?: WorkerPool;
  readonly parallelJobs?: number;
  readonly stillMs?: number;
  readonly limitMs?: number;
}

let binaries: Promise<MediaBinaries> | undefined;

function foundBinaries(): Promise<MediaBinaries> {
  binaries ??= findBinaries({
    ffmpegPath: null,
    ffprobePath: null,
    isChosen: async () => true,
    environment: process.env,
  });
  return binaries;
}

/** The real pool with the FFmpeg of this machine. */
export async function openPool(processesFolder: string, parallelJobs = 1): Promise<WorkerPool> {
  const { ffmpeg, ffprobe, filters, decodable } = await foundBinaries();
  const chosen = { ffmpeg: ffmpeg.chosen, ffprobe: ffprobe.chosen, filters, decodable };
  return createWorkerPool({ binaries: () => chosen, processesFolder, parallelJobs });
}

export async function engineRoom(root: string, wishes: RoomWishes = {}): Promise<EngineRoom> {
  const found = await foundBinaries();
  const { parallelJobs = 1, stillMs = 100, limitMs = 1_000 } = wishes;
  const clock = createClock();
  const ids = createIds();
  const paths = libraryPaths(root);
  const opened = await openCatalog({ paths, clock });
  const catalog = wishes.catalog?.(opened) ?? opened;
  const events = createEvents();
  const told: EngineEvent[] = [];
  events.subscribe((event) => told.push(event));
  const pool = wishes.pool ?? (await openPool(paths.processes, parallelJobs));
  const tools = wishes.tools?.(pool.tools) ?? pool.tools;
  const runner = wishes.runner?.(pool.runner) ?? pool.runner;
  const planner = createPlanner({ catalog, encoders: () => found.encoders });
  const limits = () => ({ parallelJobs, encoderThreads: 2 });
  const base = { catalog, tools, planner, events, clock, ids, paths };
  const queue = createConversionQueue({ ...base, runner, limits });
  const settling = { stillMs, lookMs: 20, limitMs };
  const importer = createImporter({ ...base, queue, settling, graceMs: 20 });
  return {
    ...{ paths, catalog, tools, planner, queue, importer, events, told },
    async [Symbol.asyncDispose]() {
      await importer.stop();
      await queue.stop();
      if (wishes.pool === undefined) await pool.close();
      await catalog.close();
    },
  };
}

/** Resolves when it holds, looking again after every event and every change of the catalog. */
export async function until(
  { events, catalog }: Pick<EngineRoom, 'events' | 'catalog'>,
  holds: () => boolean,
): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!holds()) return;
      for (const end of ends) end();
      resolve();
    };
    const ends = [events.subscribe(look), catalog.subscribe(look)];
  });
}
