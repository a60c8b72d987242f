import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { isHiddenName, isMediaFileName } from '../../core/import/media-extensions.ts';
import { isCaptionFileName } from '../../core/import/sidecars.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { isWithin } from './own-outputs.ts';

/**
 * What a watcher need not look into: hidden and temporary files, publish folders, and libraries, which are told
 * by their journal. Whatever stands above the watched folder does not count.
 */
export function ignoresPath(path: string, root: string, catalog: Catalog): boolean {
  const names = relative(root, path).split(sep);
  if (names.some((name) => isHiddenName(name)) || isTemporaryPath(path)) return true;
  for (const target of catalog.all('publishTargets').values()) {
    if (isWithin(join(target.path, 'media'), path)) return true;
  }
  // only folders can hold one, and names of media files are not those of folders as a rule
  return !isMediaFileName(basename(path)) && existsSync(join(path, 'catalog.journal'));
}

/** Whether a file that the watcher tells of may be a master. */
export function isCandidate(path: string, root: string, catalog: Catalog): boolean {
  return isMediaFileName(basename(path)) && !ignoresPath(path, root, catalog);
}

/** Whether it may be a caption file beside a master. */
export function isSidecar(path: string, root: string, catalog: Catalog): boolean {
  return isCaptionFileName(basename(path)) && !ignoresPath(path, root, catalog);
}

/** Paths of the masters that came from this folder and are not missing already. */
export function mastersWithin(
  { id, path }: Pick<WatchFolder, 'id' | 'path'>,
  catalog: Catalog,
): readonly string[] {
  const paths: string[] = [];
  for (const { master } of catalog.all('media').values()) {
    const here = master.watchFolderId === id && isWithin(path, master.path);
    if (here && master.status === 'present') paths.push(master.path);
  }
  return paths;
}
