import { lstat, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import type { KnownCopies, KnownCopy } from './known-copies.ts';
import { isUntouched, statMaster } from './master-stat.ts';

export interface CopyNeeds {
  readonly catalog: Catalog;
  readonly copies: KnownCopies;
}

/**
 * Copies that stand elsewhere of masters that were deleted. What is on a drive that may be unplugged is not deleted:
 * its media wait for it.
 */
export async function standingCopies(
  gone: readonly string[],
  { catalog, copies }: CopyNeeds,
): Promise<readonly string[]> {
  const masters = gone.flatMap((path) => catalog.mediaByPath(path)?.master ?? []);
  const lost = new Map(masters.map(({ sha256, path }) => [sha256, path]));
  const known = await copies.of(new Set(lost.keys()));
  const found: string[] = [];
  for (const [sha256, some] of Map.groupBy(known, (copy) => copy.sha256)) {
    const path = lost.get(sha256);
    if (path === undefined || !(await isDeleted(path))) continue;
    for (const copy of some) if (await stillStands(copy)) found.push(copy.path);
  }
  return found;
}

async function stillStands(copy: KnownCopy): Promise<boolean> {
  const found = await statMaster(copy.path);
  return found !== null && isUntouched(copy, found);
}

async function isDeleted(path: string): Promise<boolean> {
  const isGone = await lstat(path).then(
    () => false,
    (error: unknown) => errorCodeOf(error) === 'ENOENT',
  );
  if (!isGone) return false;
  // an unplugged drive may leave an empty folder behind
  const names = await readdir(dirname(path)).catch(() => []);
  return names.length > 0;
}
