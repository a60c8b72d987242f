import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { removeQuietly } from './remove-quietly.ts';
import { isTemporaryPath } from './temporary-path.ts';

export interface SweepOptions {
  /** Files begun after this belong to work that runs now and stay. */
  readonly beforeMs: number;
  /** By name; left out: temporary files. */
  readonly isStale?: (name: string) => boolean;
}

/** Removes what a crash left in a folder; one that is not there is clean. */
export async function sweepFolder(
  folder: string,
  { beforeMs, isStale = isTemporaryPath }: SweepOptions,
): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (isStale(name)) await removeOlder(join(folder, name), beforeMs);
  }
}

export interface SweepFoldersOptions extends Pick<SweepOptions, 'beforeMs'> {
  /** By name, and that of its folder; left out: temporary files. */
  readonly isStale?: (name: string, folder: string) => boolean;
  readonly signal: AbortSignal;
}

/** The same for each folder in a folder, until aborted: there may be as many as media. */
export async function sweepFoldersIn(
  parent: string,
  { signal, beforeMs, isStale = isTemporaryPath }: SweepFoldersOptions,
): Promise<void> {
  for (const folder of await namesIn(parent)) {
    if (signal.aborted) return;
    const isStaleThere = (name: string) => isStale(name, folder);
    await sweepFolder(join(parent, folder), { beforeMs, isStale: isStaleThere });
  }
}

async function removeOlder(path: string, beforeMs: number): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && found.mtimeMs < beforeMs) await removeQuietly(path);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
