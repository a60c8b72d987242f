import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isHiddenName, isMediaFileName } from '../../core/import/media-extensions.ts';
import { isCaptionFileName } from '../../core/import/sidecars.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { isPathWithin } from '../files/folder-relations.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { createPublishedRoots, isPublishedMedia, resolved } from './published-folders.ts';

/** What a watcher of one folder need not look into, and what its files may be. */
export interface WatchFilter {
  /**
   * Hidden and temporary files, what is published, and libraries, which are told by their journal. Whatever stands
   * above the watched folder does not count. Only what may be a folder (null: nobody knows) is looked for on the disk.
   */
  ignores(path: string, isFolder: boolean | null): boolean;
  /** Whether a file may be a master. */
  isCandidate(path: string): boolean;
  /** Whether it may be a caption file beside a master. */
  isSidecar(path: string): boolean;
}

export function createWatchFilter(root: string, catalog: Catalog): WatchFilter {
  const publishedRoots = createPublishedRoots(catalog);
  const realRoot = resolved(root) ?? root;

  function isPublished(path: string, way: string): boolean {
    const real = join(realRoot, way);
    return publishedRoots().some(
      (folder) => isPathWithin(path, folder) || isPathWithin(real, folder),
    );
  }

  function ignores(path: string, isFolder: boolean | null): boolean {
    const way = relative(root, path);
    if (way.split(sep).some(isHiddenName) || isTemporaryPath(path)) return true;
    if (isPublished(path, way)) return true;
    // names of media files are not those of folders as a rule
    if (isFolder === false || isMediaFileName(basename(path))) return false;
    return existsSync(join(path, 'catalog.journal')) || isPublishedMedia(path);
  }

  const isOurs = (path: string) =>
    ignores(path, false) || (dirname(path) !== root && isPublishedMedia(dirname(path)));
  return {
    ignores,
    isCandidate: (path) => isMediaFileName(basename(path)) && !isOurs(path),
    isSidecar: (path) => isCaptionFileName(basename(path)) && !isOurs(path),
  };
}

/** Paths of the masters that came from this folder and are not missing already. */
export function mastersWithin(
  { id, path }: Pick<WatchFolder, 'id' | 'path'>,
  catalog: Catalog,
): readonly string[] {
  const paths: string[] = [];
  for (const { master } of catalog.all('media').values()) {
    const here = master.watchFolderId === id && isPathWithin(master.path, path);
    if (here && master.status === 'present') paths.push(master.path);
  }
  return paths;
}
