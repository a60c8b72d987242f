import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isHiddenName } from '../core/import/media-extensions.ts';
import { errorCodeOf } from './files/error-code-of.ts';

export interface LibraryInFolder {
  readonly path: string;
  /** A catalog is there already; otherwise a new library begins. */
  readonly isThere: boolean;
}

/** One of them is in each library. */
export const CATALOG_FILES = ['catalog.json', 'catalog.journal'];
const OWN_FOLDER = 'AVlogue';

/** The library that a person means by a folder: itself, or one within it where other things lie in it. */
export async function libraryInFolder(folder: string): Promise<LibraryInFolder> {
  const names = await namesIn(folder);
  if (isLibrary(names)) return { path: folder, isThere: true };
  if (names.every(isHiddenName)) return { path: folder, isThere: false };
  const own = join(folder, OWN_FOLDER);
  return { path: own, isThere: isLibrary(await namesIn(own)) };
}

function isLibrary(names: readonly string[]): boolean {
  return CATALOG_FILES.some((name) => names.includes(name));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
