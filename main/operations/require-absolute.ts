import { isAbsolute } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';

/** The process's working folder means nothing to a caller, and no system has paths with U+0000. @throws AppError input/invalid */
export function requireAbsolute(path: string, field = 'path'): void {
  if (isAbsolute(path) && !path.includes('\0')) return;
  throw new AppError('input/invalid', `“${path}” is not a full path. Give it from the root on.`, {
    details: { field },
  });
}
