import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isHiddenName } from '../../core/import/media-extensions.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { statMaster } from './master-stat.ts';

type LeftOverNeeds = Pick<ImporterNeeds, 'catalog' | 'paths'>;

/**
 * Whole uploads that no media knows: the engine ended before they were catalogued. In a copied library they may be
 * those of masters that still stand in the first one, and are left alone then. Ask before new uploads may come.
 */
export async function findLeftOverUploads(needs: LeftOverNeeds): Promise<readonly string[]> {
  const { catalog, paths } = needs;
  const entries = await readdir(paths.masters, { withFileTypes: true }).catch(() => []);
  const unknown = entries
    .filter((entry) => entry.isFile() && !isHiddenName(entry.name) && !isTemporaryPath(entry.name))
    .map(({ name }) => join(paths.masters, name))
    .filter((path) => catalog.mediaByPath(path) === undefined);
  if (unknown.length === 0) return [];
  const elsewhere = uploadsElsewhere(needs);
  const looked = await Promise.all(
    unknown.map((path) => standsAt(elsewhere.get(basename(path)) ?? [])),
  );
  return unknown.filter((_, index) => !looked[index]);
}

/** Paths of the uploads that are catalogued in another folder, by their names. */
function uploadsElsewhere({ catalog, paths }: LeftOverNeeds): ReadonlyMap<string, string[]> {
  const uploads = [...catalog.all('media').values()]
    .filter(({ master }) => master.ownedByLibrary && dirname(master.path) !== paths.masters)
    .map(({ master }) => master.path);
  return Map.groupBy(uploads, (path) => basename(path));
}

async function standsAt(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map(statMaster));
  return found.some((stat) => stat !== null);
}
