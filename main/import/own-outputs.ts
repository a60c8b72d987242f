import { sep } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { createPublishedRoots } from './published-folders.ts';

/**
 * Tells what AVlogue itself wrote: the library, and in publish folders what belongs to media. Taken in again it
 * would be published again, for ever.
 */
export function createOwnOutputs(catalog: Catalog, libraryRoot: string): (path: string) => boolean {
  const publishedRoots = createPublishedRoots(catalog);
  return (path) => {
    if (isTemporaryPath(path) || isWithin(libraryRoot, path)) return true;
    return publishedRoots().some((root) => isWithin(root, path));
  };
}

export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
