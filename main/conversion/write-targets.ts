import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { replaceFile } from '../files/replace-file.ts';
import { temporaryPathFor } from '../files/temporary-path.ts';
import { explainObstacle, findWriteObstacle } from '../files/write-obstacle.ts';

/**
 * Lets `write` fill (and verify and sync) a temporary file beside each target. Only when it succeeded do they get
 * their final names; whatever happens, no temporary file is left. Folders are made.
 * @throws AppError conversion/disk-full, conversion/target-read-only, and what `write` throws
 */
export async function withTargets<T>(
  targets: readonly string[],
  write: (temporaryPaths: readonly string[]) => Promise<T>,
): Promise<T> {
  const pairs = targets.map((target) => ({ target, temporaryPath: temporaryPathFor(target) }));
  try {
    // created at once, so that a folder that cannot be written is found out before any work
    for (const pair of pairs) await reserve(pair.temporaryPath, pair.target);
    const result = await write(pairs.map(({ temporaryPath }) => temporaryPath));
    for (const pair of pairs) await finish(pair.temporaryPath, pair.target);
    return result;
  } finally {
    await Promise.all(pairs.map(({ temporaryPath }) => removeQuietly(temporaryPath)));
  }
}

async function reserve(temporaryPath: string, target: string): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await (await open(temporaryPath, 'wx')).close();
  } catch (error) {
    throw await writingFailure(target, error);
  }
}

async function finish(temporaryPath: string, target: string): Promise<void> {
  try {
    await replaceFile(temporaryPath, target);
  } catch (error) {
    throw await writingFailure(target, error);
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The system's error about a file that is to be written, in our words; anything else stays as it is. */
async function writingFailure(target: string, error: unknown): Promise<unknown> {
  const code = errorCodeOf(error) ?? '';
  if (FULL.has(code)) {
    const message = `There is no space left to write ${target}. Free space, then retry.`;
    const details = { path: target, reason: code };
    return new AppError('conversion/disk-full', message, { details, cause: error });
  }
  const obstacle = await findWriteObstacle(error, dirname(target));
  if (obstacle === null) return error;
  const { why, advice } = explainObstacle(obstacle);
  const details = { path: target, reason: obstacle.systemCode, obstacle: obstacle.kind };
  const message = `${target} cannot be written: ${why}. ${advice}, then retry.`;
  return new AppError('conversion/target-read-only', message, { details, cause: error });
}
