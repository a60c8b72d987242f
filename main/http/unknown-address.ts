import { AppError } from '../../core/errors/app-error.ts';

export function unknownAddress(method = 'GET'): AppError {
  const isAsked = method === 'GET' || method === 'HEAD';
  return new AppError(
    'input/unknown-address',
    isAsked ? 'There is nothing at this address.' : `Nothing answers ${method} at this address.`,
  );
}
