import { type Migration, migrate } from '../../core/catalog/migrations.ts';
import {
  intoRawCollections,
  intoTables,
  type JournalLine,
  type Replayed,
  replay,
} from '../../core/catalog/replay.ts';
import { type CatalogTables, initialTables } from '../../core/catalog/tables.ts';
import type { CatalogFiles } from './catalog-files.ts';
import { type ReadableSnapshot, restore, type SnapshotFile } from './read-base.ts';
import { SnapshotDamage } from './read-snapshot.ts';
import { unreadable } from './unreadable.ts';

/** Where the journal leads from a snapshot. */
export interface Led {
  readonly tables: CatalogTables;
  readonly replayed: Replayed;
  readonly migratedFrom: number | null;
}

export interface LeadContext {
  readonly lines: readonly JournalLine[];
  readonly migrations: readonly Migration[];
  readonly files: CatalogFiles;
}

/** @throws AppError catalog/unreadable when migrated records do not fit */
export function leadOn(base: ReadableSnapshot | null, context: LeadContext): Led {
  const { lines } = context;
  if (base?.state === 'older') return leadOnFromOlder(base, context);
  const tables = base?.tables ?? initialTables();
  const replayed = replay(lines, base?.snapshot.sequence ?? 0, intoTables(tables));
  return { tables, replayed, migratedFrom: null };
}

/** An older version's changes are made to an older version's records; then all of them are migrated and checked. */
function leadOnFromOlder(
  { snapshot }: Extract<SnapshotFile, { state: 'older' }>,
  { lines, migrations, files }: LeadContext,
): Led {
  const raw = intoRawCollections(snapshot.collections);
  const replayed = replay(lines, snapshot.sequence, raw.take);
  try {
    const collections = migrate(raw.collections(), snapshot.version, migrations);
    return {
      tables: restore({ collections }, 'whole'),
      replayed,
      migratedFrom: snapshot.version,
    };
  } catch (error) {
    if (!(error instanceof SnapshotDamage)) throw error;
    throw unreadable(files, { state: 'unreadable', why: error.message });
  }
}
