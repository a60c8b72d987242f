import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { AppError } from '../core/errors/app-error.ts';
import { readingFailure } from './reading-failure.ts';

export interface FileState {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** A regular file with bytes in it that may be read. @throws AppError import/* */
export async function checkFile(path: string): Promise<FileState> {
  const state = await checkRegular(path);
  if (state.sizeBytes > 0) return state;
  throw new AppError(
    'import/empty-file',
    `${path} holds no bytes. Copy it again from its source.`,
    { details: { path } },
  );
}

/** A file that may be read; opening a pipe, say, would wait for its writer forever. @throws AppError import/* */
export async function checkRegular(path: string): Promise<FileState> {
  const found = await stateOf(path);
  if (found.isRegular) return found;
  throw new AppError('import/not-regular', `${path} is not a file. Choose a file.`, {
    details: { path },
  });
}

async function stateOf(path: string): Promise<FileState & { readonly isRegular: boolean }> {
  try {
    const found = await stat(path);
    if (found.isFile()) await access(path, constants.R_OK);
    return { isRegular: found.isFile(), sizeBytes: found.size, modifiedMs: found.mtimeMs };
  } catch (error) {
    throw readingFailure(path, error);
  }
}
