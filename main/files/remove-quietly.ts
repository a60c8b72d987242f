import { rm } from 'node:fs/promises';

/** For clearing up after something else: what cannot be removed now must not hide the first failure. */
export async function removeQuietly(path: string): Promise<void> {
  try {
    await rm(path, { force: true, recursive: true, maxRetries: 3 });
  } catch {
    // left-over temporary files are looked for at every start
  }
}
