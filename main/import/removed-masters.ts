import { lstat, readdir } from 'node:fs/promises';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { RemovedMaster, WatchFolder } from '../../core/model/library.ts';
import type { Master, Media } from '../../core/model/media.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { isPathWithin } from '../files/folder-relations.ts';
import { statMaster } from './master-stat.ts';
import { pathIdOf } from './path-id.ts';

export function removedMasterAt(catalog: Catalog, path: string): RemovedMaster | undefined {
  return catalog.get('removedMasters', pathIdOf(path));
}

/** For the commit that removes the media: its master stays in its folder, and a watched one would bring it back. */
export function rememberRemoved(
  { master }: Pick<Media, 'master'>,
  { catalog, nowMs }: { readonly catalog: Catalog; readonly nowMs: number },
): readonly CatalogChange[] {
  const { path, sizeBytes, modifiedMs, sha256, ownedByLibrary } = master;
  const isWatched = watchFoldersAround(path, catalog.all('watchFolders').values()).length > 0;
  if (ownedByLibrary || !isWatched) return [];
  const record = { id: pathIdOf(path), path, sizeBytes, modifiedMs, sha256, atMs: nowMs };
  return [{ type: 'put', collection: 'removedMasters', record }];
}

/** For the commit that takes the file in, or its media back: what was removed from there, and what held the same. */
export function forgetRemoved(
  catalog: Catalog,
  { path, sha256 }: Pick<Media['master'], 'path' | 'sha256'>,
): readonly CatalogChange[] {
  return [...catalog.all('removedMasters').values()]
    .filter((removed) => removed.path === path || removed.sha256 === sha256)
    .map(forgetting);
}

export interface Remembered {
  readonly like: RemovedMaster;
  /** The one that was renamed or moved; undefined: it is a copy. */
  readonly insteadOf: RemovedMaster | undefined;
}

/** For the commit that passes over the same content in another place. */
export function rememberAt(
  path: string,
  { modifiedMs }: Pick<RemovedMaster, 'modifiedMs'>,
  { like, insteadOf }: Remembered,
): readonly CatalogChange[] {
  const record = { ...like, id: pathIdOf(path), path, modifiedMs };
  return [
    ...(insteadOf === undefined ? [] : [forgetting(insteadOf)]),
    { type: 'put', collection: 'removedMasters', record },
  ];
}

/** The master of a media that comes back, where it is now: it may have been renamed or moved meanwhile. */
export async function followedMaster(master: Master, catalog: Catalog): Promise<Master> {
  const { path, sha256, ownedByLibrary } = master;
  if (ownedByLibrary || (await statMaster(path)) !== null) return master;
  const all = [...catalog.all('removedMasters').values()];
  const now = all.find((removed) => removed.sha256 === sha256 && removed.path !== path);
  if (now === undefined) return master;
  const [folder] = watchFoldersAround(now.path, catalog.all('watchFolders').values());
  const { path: newPath, modifiedMs } = now;
  return { ...master, path: newPath, modifiedMs, watchFolderId: folder?.id ?? null };
}

/** What no other folder than this one would bring back, for the commit that takes the folder out. */
export function forgetRemovedOf(catalog: Catalog, watchFolderId: string): readonly CatalogChange[] {
  const folders = [...catalog.all('watchFolders').values()];
  const others = folders.filter(({ id }) => id !== watchFolderId);
  return [...catalog.all('removedMasters').values()]
    .filter(({ path }) => watchFoldersAround(path, others).length === 0)
    .map(forgetting);
}

/** So many files are looked for at once, and forgotten with one commit. */
const CHUNK = 100;

/**
 * What lies in no watched folder any more, and files that are gone for good. To be asked when all watched folders were
 * looked through, since a file may have got another name while nobody looked.
 */
export async function forgetOutlived(catalog: Catalog): Promise<void> {
  for (const some of inChunks([...catalog.all('removedMasters').values()], CHUNK)) {
    const outlived = await Promise.all(some.map((removed) => isOutlived(removed, catalog)));
    await catalog.commit(some.filter((_, index) => outlived[index]).map(forgetting));
  }
}

async function isOutlived({ path }: RemovedMaster, catalog: Catalog): Promise<boolean> {
  const folders = watchFoldersAround(path, catalog.all('watchFolders').values());
  if (folders.length === 0) return true;
  if (!(await isGone(path))) return false;
  const filled = await Promise.all(folders.map((folder) => holdsSomething(folder.path)));
  return filled.every(Boolean);
}

async function isGone(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    (error: unknown) => errorCodeOf(error) === 'ENOENT',
  );
}

/** An unplugged drive may leave an empty folder behind. */
async function holdsSomething(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length > 0;
}

function watchFoldersAround(path: string, folders: Iterable<WatchFolder>): readonly WatchFolder[] {
  return [...folders].filter((folder) => isPathWithin(path, folder.path));
}

function forgetting({ id }: RemovedMaster): CatalogChange {
  return { type: 'remove', collection: 'removedMasters', id };
}
