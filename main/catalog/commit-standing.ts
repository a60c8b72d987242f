import type { CatalogChange } from '../../core/catalog/collections.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Catalog } from './catalog.ts';

/** Each further try needs another record that went at that very moment. */
const MOST_TRIES = 10;

/**
 * Commits what `build` makes of the records that stand now. When one of them is removed by a commit on its way,
 * the whole batch is built and tried again, since the others must not suffer for it.
 * @throws AppError as `commit` does
 */
export async function commitStanding(
  catalog: Pick<Catalog, 'commit'>,
  build: () => readonly CatalogChange[],
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await catalog.commit(build());
      return;
    } catch (error) {
      const isGone = error instanceof AppError && error.code === 'catalog/not-found';
      if (!isGone || tries === MOST_TRIES) throw error;
    }
  }
}
