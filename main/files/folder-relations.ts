import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { errorCodeOf } from './error-code-of.ts';

/** The path with its links resolved as far as it exists. */
export async function realPathOf(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    const parent = dirname(absolute);
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '');
    if (parent === absolute || !isMissing) return absolute;
    return join(await realPathOf(parent), basename(absolute));
  }
}

/** Whether `inner` is `outer` or lies in it, whatever links, spellings or letter cases lead there. */
export async function liesWithin(inner: string, outer: string): Promise<boolean> {
  const [innerPath, outerPath] = await Promise.all([realPathOf(inner), realPathOf(outer)]);
  if (isPathWithin(innerPath, outerPath)) return true;
  const wanted = await identityOf(outerPath);
  if (wanted === null) return false;
  for (let folder = innerPath; ; folder = dirname(folder)) {
    if ((await identityOf(folder)) === wanted) return true;
    if (folder === dirname(folder)) return false;
  }
}

export async function isSameFolder(a: string, b: string): Promise<boolean> {
  return (await liesWithin(a, b)) && (await liesWithin(b, a));
}

/** The same by the letters of the paths alone. */
export function isPathWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Device and number; null when there is nothing, or on file systems that number nothing. */
async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null || found.ino === 0n ? null : `${found.dev}:${found.ino}`;
}
