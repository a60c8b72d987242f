import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { errorCodeOf } from '../files/error-code-of.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const UNWRITABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'EIO',
  'ENXIO',
  'ESTALE',
  'EISDIR',
  'EBUSY',
]);

/** The system's failure of a write into a target in our words; anything else is handed back as it is. */
export function targetError(error: unknown, { name, path }: PublishTarget): unknown {
  const code = errorCodeOf(error) ?? '';
  const details = { path, systemCode: code };
  if (FULL.has(code))
    return new AppError(
      'publish/disk-full',
      `There is no space left for “${name}” in ${path}. Free some and publish again; what stood there still stands.`,
      { details, cause: error },
    );
  if (UNWRITABLE.has(code))
    return new AppError(
      'publish/target-unwritable',
      `The publish folder ${path} of “${name}” cannot be written (${code}). Mend its permissions or choose another folder.`,
      { details, cause: error },
    );
  return error;
}

export function fileMissing(title: string, path: string, cause: unknown): AppError {
  return new AppError(
    'publish/file-missing',
    `“${title}” cannot be published: its file ${path} is gone or cannot be read. Convert it again.`,
    { details: { path }, cause },
  );
}

export function foreignFiles(target: PublishTarget, files: readonly string[]): AppError {
  return new AppError(
    'publish/foreign-files',
    `“${target.name}” already holds files that AVlogue did not put there: ${files.join(', ')} in ${target.path}. Move them away or choose another folder.`,
    { details: { path: target.path, files } },
  );
}
