import { stat } from 'node:fs/promises';

/**
 * Whether there is no file any more where a master was catalogued. Where names differ in case alone, a file that
 * was renamed still answers to its old name.
 */
export async function isOriginalGone(oldPath: string, newPath: string): Promise<boolean> {
  const old = await stat(oldPath).catch(() => null);
  if (old === null || !old.isFile()) return true;
  if (oldPath.toLowerCase() !== newPath.toLowerCase()) return false;
  const now = await stat(newPath).catch(() => null);
  return now !== null && now.ino === old.ino && now.dev === old.dev;
}
