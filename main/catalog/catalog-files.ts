import { join } from 'node:path';
import type { LibraryPaths } from '../library-paths.ts';

/** The catalog's own files; the previous pair together holds what the current pair does. */
export interface CatalogFiles {
  readonly snapshot: string;
  readonly journal: string;
  readonly previousSnapshot: string;
  readonly previousJournal: string;
  /** The snapshot as it was before it was led to a newer version. */
  beforeMigration(version: number): string;
}

export function catalogFiles({ snapshot, journal, backups }: LibraryPaths): CatalogFiles {
  return {
    snapshot,
    journal,
    previousSnapshot: join(backups, 'catalog-previous.json'),
    previousJournal: join(backups, 'catalog-previous.journal'),
    beforeMigration: (version) => join(backups, `catalog-version-${version}.json`),
  };
}

/** Beside a file that cannot be read, so that nothing is lost that a person could still mend. */
export function brokenPath(path: string, nowMs: number): string {
  return `${path}.broken-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
}
