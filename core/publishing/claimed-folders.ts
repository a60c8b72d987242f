import type { Publication } from '../model/library.ts';
import { publishedFolder } from './published-names.ts';

/** Folders of a target that a publication holds: more than one while it moves from one to the other. */
export function claimedFolders({
  slug,
  files,
}: Pick<Publication, 'slug' | 'files'>): ReadonlySet<string> {
  const folders = files.map(({ file }) => file.slice(0, file.lastIndexOf('/')));
  return new Set([publishedFolder(slug), ...folders]);
}

/** Files that belong to one of these publications. */
export function claimedFiles(publications: Iterable<Publication>): ReadonlySet<string> {
  return new Set([...publications].flatMap(({ files }) => files.map(({ file }) => file)));
}
