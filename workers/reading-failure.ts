import { AppError } from '../core/errors/app-error.ts';

const NO_PERMISSION = new Set(['EACCES', 'EPERM']);
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ESTALE', 'ENXIO', 'ENODEV', 'ENAMETOOLONG', 'ELOOP']);

/** The system's error about a file that is to be read, in our words; anything else stays as it is. */
export function readingFailure(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NO_PERMISSION.has(code)) {
    return new AppError(
      'import/no-permission',
      `${path} may not be read. Give AVlogue read permission.`,
      {
        details: { path },
        cause: error,
      },
    );
  }
  if (GONE.has(code)) {
    return new AppError('import/not-found', `There is no file at ${path} (any more).`, {
      details: { path },
      cause: error,
    });
  }
  if (code === 'EBUSY') {
    return new AppError(
      'import/unstable',
      `${path} is in use by another program. Import it again when that has let go of it.`,
      { details: { path }, cause: error },
    );
  }
  return error;
}
