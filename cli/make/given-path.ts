import { join, relative, resolve } from 'node:path';
import { isPathWithin } from '../../main/files/folder-relations.ts';

/** Says each file's path in the way in which it, or the folder that holds it, was given. */
export function givenPath(
  absolutePath: string,
  given: readonly string[],
  workingFolder: string,
): string {
  for (const path of given) if (resolve(workingFolder, path) === absolutePath) return path;
  for (const path of given) {
    const folder = resolve(workingFolder, path);
    if (isPathWithin(absolutePath, folder)) return join(path, relative(folder, absolutePath));
  }
  return absolutePath;
}

/** Paths that no result speaks of: empty folders. */
export function silentPaths(
  given: readonly string[],
  resultPaths: readonly string[],
  workingFolder: string,
): readonly string[] {
  return given.filter((path) => {
    const absolute = resolve(workingFolder, path);
    return !resultPaths.some((result) => isPathWithin(result, absolute));
  });
}
