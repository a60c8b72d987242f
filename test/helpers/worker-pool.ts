import { type FindBinariesOptions, findBinaries } from '../../main/conversion/binaries.ts';
import {
  createWorkerPool,
  type WorkerPool,
  type WorkerPoolOptions,
} from '../../main/conversion/pool.ts';
import type { PoolBinaries } from '../../main/conversion/tool-source.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

export interface TestPool extends WorkerPool, AsyncDisposable {
  readonly folder: TemporaryFolder;
}

/** The real pool with the FFmpeg of this machine and a folder of its own; both are gone at the end of the test. */
export async function testPool(
  options: Partial<WorkerPoolOptions> = {},
  binaries: Partial<FindBinariesOptions> = {},
): Promise<TestPool> {
  const folder = await temporaryFolder();
  const found = await poolBinaries(binaries);
  const pool = createWorkerPool({
    binaries: () => found,
    processesFolder: folder.at('processes'),
    parallelJobs: 2,
    ...options,
  });
  return {
    ...pool,
    folder,
    async [Symbol.asyncDispose]() {
      await pool.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The same machine has the same tools for all tests of a file. */
const asked = new Map<string, Promise<PoolBinaries>>();

export function poolBinaries(options: Partial<FindBinariesOptions> = {}): Promise<PoolBinaries> {
  const key = JSON.stringify(options);
  const binaries = asked.get(key) ?? askBinaries(options);
  asked.set(key, binaries);
  return binaries;
}

async function askBinaries(options: Partial<FindBinariesOptions>): Promise<PoolBinaries> {
  const found = await findBinaries({
    ffmpegPath: null,
    ffprobePath: null,
    isChosen: async () => true,
    environment: process.env,
    ...options,
  });
  return {
    ffmpeg: found.ffmpeg.chosen,
    ffprobe: found.ffprobe.chosen,
    filters: found.filters,
    decodable: found.decodable,
  };
}
