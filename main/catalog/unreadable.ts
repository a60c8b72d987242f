import { AppError } from '../../core/errors/app-error.ts';
import type { CatalogFiles } from './catalog-files.ts';
import type { SnapshotFile } from './read-base.ts';

/** Neither the snapshot nor what was kept of it leads to a state. */
export function unreadable(files: CatalogFiles, newest: SnapshotFile): AppError {
  const why = newest.state === 'unreadable' ? newest.why : 'it is missing';
  const { snapshot, journal, previousSnapshot, previousJournal } = files;
  return new AppError(
    'catalog/unreadable',
    `The catalog ${snapshot} cannot be read: ${why}. Nothing that leads to its state was found in ${previousSnapshot} and the journals. Nothing was changed; restore ${snapshot} from a backup.`,
    { details: { snapshot, journal, previousSnapshot, previousJournal, why } },
  );
}
