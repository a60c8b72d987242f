import { lstat, stat } from 'node:fs/promises';
import { extname } from 'node:path';

/**
 * Whether the system may be told to open what a catalog names: a page that is a plain file, or a folder. A catalog of
 * a stranger could name a program, and a Mac's programs are folders whose names have an extension; these are only
 * shown where they lie. Nothing there: to be opened, which then says so.
 */
export async function mayBeOpened(
  path: string,
  what: 'folder' | 'page',
  platform: NodeJS.Platform,
): Promise<boolean> {
  const found = await (what === 'page' ? lstat(path) : stat(path)).catch(() => null);
  if (found === null) return true;
  if (what === 'page') return found.isFile() && extname(path) === '.html';
  return found.isDirectory() && (platform !== 'darwin' || extname(path) === '');
}
