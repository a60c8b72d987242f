import { join, sep } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';

/**
 * Tells what AVlogue itself wrote: the library, and in publish folders what belongs to media. Taken in again it
 * would be published again, for ever.
 */
export function createOwnOutputs(catalog: Catalog, libraryRoot: string): (path: string) => boolean {
  return (path) => {
    if (isTemporaryPath(path) || isWithin(libraryRoot, path)) return true;
    for (const target of catalog.all('publishTargets').values()) {
      if (isWithin(join(target.path, 'media'), path)) return true;
    }
    return false;
  };
}

export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
