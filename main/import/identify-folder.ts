import { stat } from 'node:fs/promises';

/** Device and number: another drive may come up under the same path. null when there is no folder. */
export async function identifyFolder(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? `${found.dev}:${found.ino}` : null;
}
