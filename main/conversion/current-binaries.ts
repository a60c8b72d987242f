import type { Catalog } from '../catalog/catalog.ts';
import { settingsOf } from '../planner.ts';
import { findBinaries, type MediaBinaries } from './binaries.ts';
import type { Environment } from './system-tools.ts';
import type { PoolBinaries } from './tool-source.ts';

/** FFmpeg and ffprobe as they were found last; whoever needs them asks at each use. */
export interface CurrentBinaries {
  get(): MediaBinaries;
  /** The same as the worker pool wants it. */
  paths(): PoolBinaries;
  /** After their paths in the settings changed. */
  findAgain(): Promise<void>;
}

export async function findCurrentBinaries(
  catalog: Catalog,
  environment: Environment,
): Promise<CurrentBinaries> {
  const find = () => {
    const { ffmpegPath, ffprobePath } = settingsOf(catalog);
    return findBinaries({ ffmpegPath, ffprobePath, environment });
  };
  let current = await find();
  return {
    get: () => current,
    paths: () => ({
      ...current,
      ffmpeg: current.ffmpeg.chosen,
      ffprobe: current.ffprobe.chosen,
    }),
    async findAgain() {
      current = await find();
    },
  };
}
