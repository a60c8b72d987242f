import { AppError } from '../../core/errors/app-error.ts';

/** An option that takes all there is, given beside names, would take more than was named. @throws AppError input/invalid */
export function refuseNames(option: string, names: readonly string[]): void {
  if (names.length === 0) return;
  throw new AppError(
    'input/invalid',
    `Name what you mean, or give ${option} alone: it takes all there are.`,
  );
}
