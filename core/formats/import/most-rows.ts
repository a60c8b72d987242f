import { AppError } from '../../errors/app-error.ts';

/** More than anyone makes; each is judged field by field, and all of them while nothing else is answered. */
export const MOST_ROWS = 2000;

/** @throws AppError format/import-unreadable */
export function refuseManyRows(...lists: readonly (readonly unknown[])[]): void {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  if (count <= MOST_ROWS) return;
  throw new AppError(
    'format/import-unreadable',
    `The file holds ${count} entries, and more than ${MOST_ROWS} at once are not imported. Split it.`,
    { details: { count, most: MOST_ROWS } },
  );
}
