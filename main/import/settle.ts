import { open, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../core/errors/app-error.ts';
import {
  type FileLook,
  isSameLook,
  isSettled,
  type SettlingTimes,
} from '../../core/import/settling.ts';
import type { Clock } from '../clock.ts';
import { fileRefused, notRegular } from './file-refused.ts';

export interface SettleOptions {
  readonly clock: Clock;
  readonly times: SettlingTimes;
  readonly signal: AbortSignal;
}

/**
 * Waits until nobody writes the file any more, and sees that it opens. Files whose last change is old are not
 * waited for. @throws AppError import/unstable, import/not-found, import/no-permission, import/not-regular,
 * import/empty-file
 */
export async function settleFile(path: string, options: SettleOptions): Promise<FileLook> {
  const { clock, times, signal } = options;
  const startedAtMs = clock.now();
  let first = await lookAt(path, clock);
  let latest = first;
  await seeThatItOpens(path);
  for (;;) {
    latest = latest === first ? await lookAt(path, clock) : latest;
    if (isSettled(first, latest, times.stillMs)) return filled(path, latest);
    if (latest.atMs - startedAtMs >= times.limitMs) throw unstable(path);
    if (!isSameLook(first, latest)) first = latest;
    await wait(times.lookMs, undefined, { signal });
    latest = await lookAt(path, clock);
  }
}

/** A file that is missing, unreadable or no file at all is refused. @throws AppError */
export async function lookAt(path: string, clock: Clock): Promise<FileLook> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw notRegular(path);
    return { atMs: clock.now(), sizeBytes: found.size, modifiedMs: found.mtimeMs };
  } catch (error) {
    throw fileRefused(path, error);
  }
}

async function seeThatItOpens(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    await handle.close();
  } catch (error) {
    throw fileRefused(path, error);
  }
}

function filled(path: string, look: FileLook): FileLook {
  if (look.sizeBytes > 0) return look;
  throw new AppError(
    'import/empty-file',
    `“${path}” holds no bytes. Copy it again from its source.`,
    { details: { path } },
  );
}

export function unstable(path: string): AppError {
  return new AppError(
    'import/unstable',
    `“${path}” is still being written. Import it again when it stands still.`,
    { details: { path } },
  );
}
