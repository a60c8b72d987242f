import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Media } from '../../core/model/media.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { freePath } from '../files/free-path.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Logger } from '../logger.ts';

/** One file or folder that lies in the trash. */
export interface Move {
  readonly mediaId: string;
  readonly from: string;
  readonly to: string;
}

export interface MoveAwayOptions {
  /** The trash's folder for this removal. */
  readonly folder: string;
  readonly paths: LibraryPaths;
  readonly logger: Logger;
}

/** Renames within the library. What cannot be moved stays as a file too many, and the log names it. */
export async function moveAway(
  media: readonly Media[],
  { folder, paths, logger }: MoveAwayOptions,
): Promise<readonly Move[]> {
  const moves: Move[] = [];
  for (const one of media) {
    for (const from of filesOf(one, paths)) {
      const to = join(folder, relative(paths.root, from));
      if (await move(from, to, logger)) moves.push({ mediaId: one.id, from, to });
    }
  }
  return moves;
}

/**
 * Where something else stands by now (an upload of the same name), the old file gets another name.
 * @returns the new paths by the old ones
 */
export async function moveBack(
  moves: readonly Move[],
  logger: Logger,
): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const { from, to } of moves) {
    const place = await freePath(from);
    if (await move(to, place, logger)) places.set(from, place);
  }
  return places;
}

/** Everything in the library that belongs to a media alone. Masters go only where AVlogue itself copied them in. */
export function filesOf(media: Media, paths: LibraryPaths): readonly string[] {
  const { id, master, poster } = media;
  const owned = master.ownedByLibrary && dirname(master.path) === paths.masters;
  return [
    join(paths.renditions, id),
    join(paths.captions, id),
    ...(poster === null ? [] : [join(paths.root, poster.file)]),
    ...(owned ? [master.path] : []),
  ];
}

async function move(from: string, to: string, logger: Logger): Promise<boolean> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    return true;
  } catch (error) {
    const expected = errorCodeOf(error) === 'ENOENT';
    if (!expected) logger.warn(`${from} could not be moved to ${to}.`, error);
    return false;
  }
}
