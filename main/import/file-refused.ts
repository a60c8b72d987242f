import { AppError } from '../../core/errors/app-error.ts';
import type { ErrorCode } from '../../core/errors/error-codes.ts';
import { errorCodeOf } from '../files/error-code-of.ts';

/** The system's error about a file or folder in our words; anything else is passed on as it is. */
export function fileRefused(path: string, error: unknown): unknown {
  const systemCode = errorCodeOf(error);
  const refusal = systemCode === null ? undefined : REFUSALS[systemCode];
  if (refusal === undefined) return error;
  return new AppError(refusal.code, refusal.message(`“${path}”`), {
    details: { path, systemCode },
    cause: error,
  });
}

interface FileRefusal {
  readonly code: ErrorCode;
  readonly message: (path: string) => string;
}

const NOT_FOUND: FileRefusal = {
  code: 'import/not-found',
  message: (path) => `There is nothing at ${path}, or a link there leads nowhere. Check the path.`,
};
const NO_PERMISSION: FileRefusal = {
  code: 'import/no-permission',
  message: (path) => `AVlogue may not read ${path}. Give it permission, then try again.`,
};
const BROKEN_DISK: FileRefusal = {
  code: 'import/no-permission',
  message: (path) => `${path} cannot be read from its disk. Check the drive or its connection.`,
};
/** Windows, while another program keeps the file for itself. */
const IN_USE: FileRefusal = {
  code: 'import/unstable',
  message: (path) =>
    `${path} is in use by another program. Import it again when that has let go of it.`,
};

const REFUSALS: Readonly<Record<string, FileRefusal>> = {
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_FOUND,
  ELOOP: NOT_FOUND,
  ENAMETOOLONG: NOT_FOUND,
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EIO: BROKEN_DISK,
  ESTALE: BROKEN_DISK,
  ENXIO: BROKEN_DISK,
  EBUSY: IN_USE,
};

export function notRegular(path: string): AppError {
  return new AppError(
    'import/not-regular',
    `“${path}” is a device, socket or pipe. Choose a file.`,
    { details: { path } },
  );
}
