import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import type { Media } from '../../core/model/media.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { explainObstacle, findWriteObstacle } from '../files/write-obstacle.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** The system's failure of a write into a target in our words; anything else is handed back as it is. */
export async function targetError(error: unknown, target: PublishTarget): Promise<unknown> {
  const { name, path } = target;
  const systemCode = errorCodeOf(error) ?? '';
  if (FULL.has(systemCode))
    return new AppError(
      'publish/disk-full',
      `There is no space left for “${name}” in ${path}. Free some and publish again; what stood there still stands.`,
      { details: { path, systemCode }, cause: error },
    );
  if (systemCode === 'EFBIG')
    return unwritable(target, error, {
      why: 'a file is larger than its drive allows (4 GB on FAT)',
      advice: 'Publish smaller renditions',
      details: { systemCode, obstacle: 'file-too-large' },
    });
  const obstacle = await findWriteObstacle(error, path);
  if (obstacle === null) return isSystemError(error) ? unnamedRefusal(target, error) : error;
  const { kind, path: at } = obstacle;
  return unwritable(target, error, {
    ...explainObstacle(obstacle),
    details: { systemCode: obstacle.systemCode, obstacle: kind, at },
  });
}

/** What the system itself refused, unlike our own failures, aborts and bugs. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function unnamedRefusal(target: PublishTarget, error: Error): AppError {
  const systemCode = errorCodeOf(error) ?? 'unknown';
  return unwritable(target, error, {
    why: `the system refuses with ${systemCode}`,
    advice: 'Look into the folder',
    details: { systemCode, obstacle: 'unnamed' },
  });
}

interface Reason {
  readonly why: string;
  readonly advice: string;
  readonly details: Readonly<Record<string, string>>;
}

function unwritable({ name, path }: PublishTarget, cause: unknown, reason: Reason): AppError {
  const { why, advice, details } = reason;
  return new AppError(
    'publish/target-unwritable',
    `The publish folder ${path} of “${name}” cannot be written: ${why}. ${advice}, or choose another folder.`,
    { details: { path, ...details }, cause },
  );
}

export function fileMissing(title: string, path: string, cause: unknown): AppError {
  return new AppError(
    'publish/file-missing',
    `“${title}” cannot be published: its file ${path} is gone or cannot be read. Convert it again.`,
    { details: { path, title }, cause },
  );
}

export function foreignFiles(target: PublishTarget, files: readonly string[]): AppError {
  return new AppError(
    'publish/foreign-files',
    `“${target.name}” already holds files that AVlogue did not put there: ${files.join(', ')} in ${target.path}. Move them away or choose another folder.`,
    { details: { path: target.path, files } },
  );
}

export function folderTaken(
  target: PublishTarget,
  folder: string,
  { media, holder }: { readonly media: Media; readonly holder: Media },
): AppError {
  return new AppError(
    'publish/folder-taken',
    `“${media.title}” cannot be published into ${folder} of “${target.name}”: “${holder.title}” still stands there. Publish that one again, or take it out of the website, then publish this one.`,
    { details: { folder, title: media.title, holderId: holder.id, holderTitle: holder.title } },
  );
}

export function interrupted(cause: unknown): AppError {
  return new AppError(
    'publish/interrupted',
    'AVlogue ended while it published. What was finished stands; publish the rest again.',
    { cause },
  );
}
