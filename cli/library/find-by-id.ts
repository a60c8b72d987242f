import { AppError } from '../../core/errors/app-error.ts';

/** @throws AppError catalog/not-found, naming what there is */
export function findById<T extends { readonly id: string }>(
  all: readonly T[],
  id: string,
  noun: string,
): T {
  const found = all.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = all.map((one) => one.id).join(', ');
  const others = ids === '' ? 'There is none.' : `There are: ${ids}.`;
  throw new AppError('catalog/not-found', `There is no ${noun} “${id}”. ${others}`, {
    details: { id },
  });
}
