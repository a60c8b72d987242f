import { isAbsolute } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';

/** The process's working folder means nothing to a caller. @throws AppError input/invalid */
export function requireAbsolute(path: string, field = 'path'): void {
  if (isAbsolute(path)) return;
  throw new AppError('input/invalid', `“${path}” is not a full path. Give it from the root on.`, {
    details: { field },
  });
}
