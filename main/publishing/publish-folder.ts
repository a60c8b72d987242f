import { lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { targetError } from './publish-errors.ts';

/** Absolute path of a file in a target; `file` is relative, with `/`. */
export function pathInTarget(target: PublishTarget, file: string): string {
  return join(target.path, ...file.split('/'));
}

/**
 * Neither may lie in the other: the library's own files would be served, or taken for foreign ones.
 * @throws AppError input/invalid
 */
export async function refuseLibraryFolder(target: PublishTarget, library: string): Promise<void> {
  const [folder, root] = await Promise.all([realPath(target.path), realPath(library)]);
  if (!isWithin(folder, root) && !isWithin(root, folder)) return;
  throw new AppError(
    'input/invalid',
    `The publish folder ${target.path} and the library ${library} lie within each other. Choose a folder outside of the library.`,
    { details: { field: 'path', path: target.path } },
  );
}

/** @throws AppError publish/target-unwritable, publish/disk-full */
export async function createFolder(target: PublishTarget, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw targetError(error, target);
  }
}

export interface FileStamp {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Not a link, a folder or a device. */
  readonly regular: boolean;
}

/** null: there is nothing. Links are not followed. */
export async function readStamp(path: string): Promise<FileStamp | null> {
  try {
    const stats = await lstat(path);
    return { sizeBytes: stats.size, modifiedMs: stats.mtimeMs, regular: stats.isFile() };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return null;
    throw error;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** With links resolved as far as the path exists. */
async function realPath(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    const parent = dirname(absolute);
    if (parent === absolute) throw error;
    return join(await realPath(parent), relative(parent, absolute));
  }
}
