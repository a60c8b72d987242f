import type { Catalog } from '../catalog/catalog.ts';
import { isPathWithin } from '../files/folder-relations.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { createPublishedRoots, createSpellings } from './published-folders.ts';

/**
 * Tells what AVlogue itself wrote: the library, and in publish folders what belongs to media. Taken in again it
 * would be published again, for ever.
 */
export function createOwnOutputs(catalog: Catalog, libraryRoot: string): (path: string) => boolean {
  const publishedRoots = createPublishedRoots(catalog);
  const spellingsOf = createSpellings();
  return (path) =>
    isTemporaryPath(path) ||
    [...spellingsOf(libraryRoot), ...publishedRoots()].some((root) => isPathWithin(path, root));
}
