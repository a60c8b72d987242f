import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishTarget } from '../../core/model/library.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { makeFolder } from '../files/make-folder.ts';
import { targetError } from './publish-errors.ts';

/** Absolute path of a file in a target; `file` is relative, with `/`. */
export function pathInTarget(target: PublishTarget, file: string): string {
  return join(target.path, ...file.split('/'));
}

/** @throws AppError publish/target-unwritable, publish/disk-full */
export async function createFolder(target: PublishTarget, folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw await targetError(error, target);
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
