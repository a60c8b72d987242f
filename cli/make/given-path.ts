import { join, relative, resolve } from 'node:path';

/** Says each file's path in the way in which it, or the folder that holds it, was given. */
export function givenPath(
  absolutePath: string,
  given: readonly string[],
  workingFolder: string,
): string {
  for (const path of given) if (resolve(workingFolder, path) === absolutePath) return path;
  for (const path of given) {
    const inside = relative(resolve(workingFolder, path), absolutePath);
    if (inside !== '' && !inside.startsWith('..')) return join(path, inside);
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
    return !resultPaths.some(
      (result) => result === absolute || !relative(absolute, result).startsWith('..'),
    );
  });
}
