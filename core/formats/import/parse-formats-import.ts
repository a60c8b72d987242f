import { AppError } from '../../errors/app-error.ts';
import type { ImportedFormats, Shelf } from './imported-formats.ts';
import { isDjangoFixture, parseDjangoFixture } from './parse-django-fixture.ts';
import { isFormatsFile, parseFormatsFile } from './parse-formats-file.ts';

/**
 * AVlogue's own export, or a fixture of the old AVlogue (Django's `dumpdata`). Rows that are wrong are
 * left out and named in the notes; the others come in.
 * @throws AppError format/import-unreadable when it is neither
 */
export function parseFormatsImport(json: string, shelf: Shelf): ImportedFormats {
  const data = parseJson(json);
  if (isFormatsFile(data)) return parseFormatsFile(data, shelf);
  if (isDjangoFixture(data)) return parseDjangoFixture(data, shelf);
  throw unreadable('It is JSON, but neither an export of AVlogue nor a fixture of the old one.');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw unreadable('It is not JSON.', cause);
  }
}

function unreadable(why: string, cause?: unknown): AppError {
  return new AppError(
    'format/import-unreadable',
    `The file cannot be imported. ${why} Export the formats again, or dump avlogue.videoformat and its kin from Django as JSON.`,
    { cause },
  );
}
