import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/errors/app-error.ts';
import { chosenLibraryFile, defaultLibraryPath, type UserPlaces } from './default-library.ts';
import { errorCodeOf } from './files/error-code-of.ts';

const chosenSchema = z.object({ path: z.string().refine(isAbsolute) });

/**
 * Where the library lies that is opened without a word: the chosen place, else the usual one. A chosen folder that is
 * gone is never replaced by an empty library.
 * @throws AppError catalog/place-lost, catalog/unreadable
 */
export function libraryPlace(places: UserPlaces): string {
  const chosen = readChosen(chosenLibraryFile(places));
  if (chosen === null) return defaultLibraryPath(places);
  if (existsSync(chosen)) return chosen;
  throw new AppError(
    'catalog/place-lost',
    `The library’s folder ${chosen} is not there. Connect its drive, or choose another library.`,
    { details: { path: chosen } },
  );
}

/** From the next start on, for the window and the terminal. null: the usual place again. */
export function chooseLibraryPlace(path: string | null, places: UserPlaces): void {
  const file = chosenLibraryFile(places);
  if (path === null || path === defaultLibraryPath(places)) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ path })}\n`);
  renameSync(`${file}.new`, file);
}

function readChosen(file: string): string | null {
  try {
    return chosenSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).path;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw new AppError(
      'catalog/unreadable',
      `${file}, which says where the library lies, cannot be read. Mend it, or remove it to open the usual library.`,
      { details: { path: file }, cause: error },
    );
  }
}
