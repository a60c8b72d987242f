import { resolve } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import type { NamedPath } from './paths-in-call.ts';

/** Whether the library uses this path in this way already, so that saving it again asks nothing. */
export function isKnownPath(catalog: Catalog, { path, use }: NamedPath): boolean {
  const isSame = (other: string | null) => other !== null && resolve(other) === resolve(path);
  switch (use) {
    case 'read':
      return catalog.mediaByPath(path) !== undefined;
    case 'watch':
      return [...catalog.all('watchFolders').values()].some((folder) => isSame(folder.path));
    case 'publish':
      return [...catalog.all('publishTargets').values()].some((target) => isSame(target.path));
    case 'run':
      // a library of a stranger may name any program: setting it is what lets it run
      return false;
  }
}
