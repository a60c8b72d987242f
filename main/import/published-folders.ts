import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_NAME, PAGE_NAME } from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** The names that stand in each folder of a published media, whichever AVlogue published it. */
const MARKS = [MANIFEST_NAME, PAGE_NAME];

/** A path as it is given and, where they differ, as its links lead to it. Each link is followed once. */
export function createSpellings(): (path: string) => readonly string[] {
  const reals = new Map<string, string>();
  return (path) => {
    const real = reals.get(path) ?? resolved(path);
    if (real !== null) reals.set(path, real);
    return real === null || real === path ? [path] : [path, real];
  };
}

/** Where targets put their media, in all spellings. Asked for every file of a scan. */
export function createPublishedRoots(catalog: Catalog): () => readonly string[] {
  const spellingsOf = createSpellings();
  return () =>
    [...catalog.all('publishTargets').values()].flatMap(({ path }) =>
      spellingsOf(path).map((folder) => join(folder, 'media')),
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
