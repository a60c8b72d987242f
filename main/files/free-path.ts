import { access } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { errorCodeOf } from './error-code-of.ts';

/** The path itself, or with `-2`, `-3`, … before its extension, whatever is first not taken. */
export async function freePath(path: string): Promise<string> {
  const extension = extname(path);
  const stem = basename(path, extension);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? basename(path) : `${stem}-${number}${extension}`;
    const candidate = join(dirname(path), name);
    if (!(await exists(candidate))) return candidate;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
