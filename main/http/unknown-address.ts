import { AppError } from '../../core/errors/app-error.ts';

export function unknownAddress(): AppError {
  return new AppError('input/unknown-address', 'There is nothing at this address.');
}
