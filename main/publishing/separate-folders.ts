import { join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget, WatchFolder } from '../../core/model/library.ts';
import { isSameFolder, liesWithin } from '../files/folder-relations.ts';

/** A target that is saved for the first time has no id yet. */
interface TargetFolder extends Pick<PublishTarget, 'path' | 'name'> {
  readonly id: string | null;
}

/**
 * Neither may lie in the other: the library's own files would be served, or taken for foreign ones.
 * @throws AppError input/invalid
 */
export async function refuseLibraryFolder(
  { path }: Pick<PublishTarget, 'path'>,
  library: string,
): Promise<void> {
  if (!(await liesWithin(path, library)) && !(await liesWithin(library, path))) return;
  throw new AppError(
    'input/invalid',
    `The publish folder ${path} and the library ${library} lie within each other. Choose a folder outside of the library.`,
    { details: { field: 'path', path } },
  );
}

/**
 * Two targets in one folder would take each other's index away, and one in the other would be served twice over.
 * @throws AppError catalog/conflict for the same folder, publish/folders-overlap for one in the other
 */
export async function refuseOtherTargets(
  { id, path }: TargetFolder,
  targets: Iterable<PublishTarget>,
): Promise<void> {
  for (const other of [...targets].filter((target) => target.id !== id)) {
    const details = { field: 'path', path, id: other.id, otherPath: other.path };
    if (await isSameFolder(path, other.path)) {
      const known = other.path === path ? path : `${path}, which is ${other.path},`;
      const message = `“${other.name}” publishes into ${known} already. Use that target, or choose another folder.`;
      throw new AppError('catalog/conflict', message, { details });
    }
    const inside = await liesWithin(path, other.path);
    if (!inside && !(await liesWithin(other.path, path))) continue;
    const place = inside ? `lies in ${other.path}` : `holds ${other.path}`;
    throw new AppError(
      'publish/folders-overlap',
      `The publish folder ${path} ${place}, which “${other.name}” publishes into. Choose a folder that stands apart from it.`,
      { details },
    );
  }
}

/**
 * Nothing could ever be taken in from where published media stand. A target within a watched folder is fine: what
 * is published is told from masters there, see `import/published-folders.ts`.
 * @throws AppError publish/folders-overlap
 */
export async function refuseWatchedWithin(
  target: Pick<PublishTarget, 'path' | 'name'>,
  watched: Iterable<Pick<WatchFolder, 'path'>>,
): Promise<void> {
  for (const { path } of watched) {
    if (!(await liesWithin(path, join(target.path, 'media')))) continue;
    throw new AppError(
      'publish/folders-overlap',
      `The watched folder ${path} lies where “${target.name}” publishes its media (${target.path}), and these are not masters. Choose another folder.`,
      { details: { field: 'path', path, otherPath: target.path } },
    );
  }
}
