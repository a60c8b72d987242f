import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_NAME, PAGE_NAME } from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** The names that stand in each folder of a published media, whichever AVlogue published it. */
const MARKS = [MANIFEST_NAME, PAGE_NAME];

/**
 * Where targets put their media, by the given path and by the one that its links lead to. Asked for every file of a
 * scan, so each link is followed once.
 */
export function createPublishedRoots(catalog: Catalog): () => readonly string[] {
  const reals = new Map<string, string>();
  const realOf = (path: string): string => {
    const real = reals.get(path) ?? resolved(path);
    if (real !== null) reals.set(path, real);
    return real ?? path;
  };
  return () =>
    [...catalog.all('publishTargets').values()].flatMap(({ path }) =>
      [...new Set([path, realOf(path)])].map((folder) => join(folder, 'media')),
    );
}

/** Told by its files, also when its target was forgotten or belongs to another library. */
export function isPublishedMedia(folder: string): boolean {
  return MARKS.every((name) => existsSync(join(folder, name)));
}

export function holdsPublishedMedia(names: ReadonlySet<string>): boolean {
  return MARKS.every((name) => names.has(name));
}

/** null while there is nothing. */
export function resolved(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
