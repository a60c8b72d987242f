import type { Catalog } from '../catalog/catalog.ts';
import { settingsOf } from '../planner.ts';
import { findBinaries, type MediaBinaries } from './binaries.ts';
import type { ChosenTools } from './chosen-tools.ts';
import type { Environment } from './system-tools.ts';
import type { PoolBinaries } from './tool-source.ts';

/** FFmpeg and ffprobe as they were found last; whoever needs them asks at each use. */
export interface CurrentBinaries {
  get(): MediaBinaries;
  /** The same as the worker pool wants it. */
  paths(): PoolBinaries;
  /** After their paths in the settings changed. `chosen`: programs that a person just named. */
  findAgain(chosen: readonly string[]): Promise<void>;
}

interface FindingNeeds {
  readonly environment: Environment;
  readonly chosenTools: ChosenTools;
}

export async function findCurrentBinaries(
  catalog: Catalog,
  { environment, chosenTools }: FindingNeeds,
): Promise<CurrentBinaries> {
  const find = () => {
    const { ffmpegPath, ffprobePath } = settingsOf(catalog);
    return findBinaries({ ffmpegPath, ffprobePath, environment, isChosen: chosenTools.has });
  };
  let current = await find();
  return {
    get: () => current,
    paths: () => ({
      ...current,
      ffmpeg: current.ffmpeg.chosen,
      ffprobe: current.ffprobe.chosen,
    }),
    async findAgain(chosen) {
      await chosenTools.add(chosen);
      current = await find();
    },
  };
}
