import type { Migration } from '../../core/catalog/migrations.ts';
import type { CatalogNotice } from '../../core/catalog/notices.ts';
import { repairSlugs } from '../../core/catalog/repair-slugs.ts';
import { type CatalogTables, initialTables } from '../../core/catalog/tables.ts';
import type { CatalogFiles } from './catalog-files.ts';
import { type Led, leadOn } from './lead-on.ts';
import { damageNotices, fallbackNotice, replayNotices } from './load-notices.ts';
import {
  isReadable,
  type ReadableSnapshot,
  readSnapshotFile,
  type SnapshotFile,
} from './read-base.ts';
import { type JournalContent, readJournal } from './read-journal.ts';
import { unreadable } from './unreadable.ts';

export interface LoadedCatalog {
  readonly tables: CatalogTables;
  readonly sequence: number;
  readonly journal: JournalContent;
  readonly notices: readonly CatalogNotice[];
  /** What to keep aside before anything is written. */
  readonly broken: { readonly snapshot: boolean; readonly journal: boolean };
  /** The version that the snapshot had, when it was led to a newer one. */
  readonly migratedFrom: number | null;
  /** The snapshot has to be written before the first commit. */
  readonly mustRewrite: boolean;
}

/**
 * Reads what stands there and changes nothing on disk. A damaged snapshot is replaced by the previous one and
 * both journals, which hold the same.
 * @throws AppError catalog/newer-version, catalog/unreadable
 */
export async function loadCatalog(
  files: CatalogFiles,
  migrations: readonly Migration[],
): Promise<LoadedCatalog> {
  const newest = await readSnapshotFile(files.snapshot, migrations);
  const journal = await readJournal(files.journal);
  const previous = isReadable(newest)
    ? null
    : await readSnapshotFile(files.previousSnapshot, migrations);
  const base = [newest, previous].find(isReadable) ?? null;
  const fellBack = base !== newest;
  const lines = await gatherLines({ base, journal, files, fellBack });
  if (base === null && lines[0]?.sequence !== 1) {
    const nothingThere = newest.state === 'missing' && previous?.state === 'missing';
    if (nothingThere && lines.length === 0 && journal.badLines === 0) return freshCatalog(journal);
    throw unreadable(files, newest);
  }
  const led = leadOn(base, { lines, migrations, files });
  return { ...describe({ files, newest, base, journal, led }), journal };
}

interface Outcome {
  readonly files: CatalogFiles;
  readonly newest: SnapshotFile;
  readonly base: ReadableSnapshot | null;
  readonly journal: JournalContent;
  readonly led: Led;
}

function describe({ files, newest, base, journal, led }: Outcome): Omit<LoadedCatalog, 'journal'> {
  const { tables, replayed, migratedFrom } = led;
  const fellBack = base !== newest;
  const isDamaged =
    journal.badLines > 0 || replayed.missing.length > 0 || replayed.refused.length > 0;
  const renamed = isDamaged ? repairSlugs(tables.media.values()) : [];
  for (const media of renamed) tables.media.set(media.id, media);
  return {
    tables,
    sequence: replayed.sequence,
    notices: [
      ...(fellBack ? [fallbackNotice(files, newest, base !== null)] : []),
      ...damageNotices(files.journal, journal),
      ...replayNotices(replayed, renamed),
    ],
    broken: {
      snapshot: newest.state === 'unreadable',
      journal: journal.exists && (journal.badLines > 0 || replayed.refused.length > 0),
    },
    migratedFrom,
    mustRewrite:
      fellBack || isDamaged || migratedFrom !== null || !journal.exists || lacksSettings(base),
  };
}

/** They were put under the journal's changes as they begin, and the snapshot must hold them as well. */
function lacksSettings(base: ReadableSnapshot | null): boolean {
  return (base?.snapshot.collections.settings ?? []).length === 0;
}

function freshCatalog(journal: JournalContent): LoadedCatalog {
  return {
    tables: initialTables(),
    sequence: 0,
    journal,
    notices: [],
    broken: { snapshot: false, journal: false },
    migratedFrom: null,
    mustRewrite: true,
  };
}

interface LineSources {
  readonly base: ReadableSnapshot | null;
  readonly journal: JournalContent;
  readonly files: CatalogFiles;
  readonly fellBack: boolean;
}

/** The previous journal is needed only where the current one does not go on from the base. */
async function gatherLines({ base, journal, files, fellBack }: LineSources) {
  const first = journal.lines[0]?.sequence;
  const sequence = base?.snapshot.sequence ?? 0;
  const goesOn = first === undefined || first <= sequence + 1;
  if (goesOn && !fellBack) return journal.lines;
  const previous = await readJournal(files.previousJournal);
  return [...previous.lines, ...journal.lines];
}
