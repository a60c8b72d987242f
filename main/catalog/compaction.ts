import { readFile, stat } from 'node:fs/promises';
import { currentVersion, type Migration } from '../../core/catalog/migrations.ts';
import type { ReadonlyCatalogTables } from '../../core/catalog/tables.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { CatalogFiles } from './catalog-files.ts';
import type { CatalogState } from './commit-writer.ts';
import type { Journal } from './journal.ts';
import { keepCopy } from './keep-copy.ts';
import type { Serial } from './serial.ts';
import type { Snapshot } from './snapshot-text.ts';
import { createStore } from './store.ts';

export interface CompactorNeeds {
  readonly files: CatalogFiles;
  readonly state: CatalogState;
  readonly journal: Journal;
  readonly serial: Serial;
  readonly migrations: readonly Migration[];
  readonly appVersion: string;
}

export interface Compactor {
  /**
   * Writes the snapshot and takes out of the journal what is in it now. Commits go on meanwhile, but for the
   * moment in which the journal is cut.
   *
   * At no moment does a crash lose a change: the new snapshot knows the last change in it, so that a journal
   * which was not cut yet is passed over up to there. What was replaced is kept as a pair, and leads to the
   * same state.
   *
   * `keepSnapshot` is false when what stands there is damaged: then the previous pair is led on instead.
   */
  compact(options?: { readonly keepSnapshot: boolean }): Promise<void>;
  snapshotBytes(): number;
}

export function createCompactor(needs: CompactorNeeds, snapshotBytes: number): Compactor {
  const { files, journal, serial } = needs;
  const store = createStore(files.snapshot);
  let size = snapshotBytes;
  return {
    snapshotBytes: () => size,
    async compact({ keepSnapshot } = { keepSnapshot: true }) {
      const { snapshot, covered } = await serial(() => ({
        snapshot: takeSnapshot(needs),
        covered: journal.bytes(),
      }));
      let kept = false;
      await store.write(snapshot, async () => {
        kept = keepSnapshot && (await keepCopy(files.snapshot, files.previousSnapshot));
      });
      size = await fileBytes(files.snapshot);
      await serial(() =>
        journal.cutBefore(covered, async () => {
          if (kept) await keepCopy(files.journal, files.previousJournal);
          else await leadPreviousOn(files);
        }),
      );
    },
  };
}

/** Records never change, so the copied lists stay what they are however long the writing takes. */
export function takeSnapshot({
  state,
  migrations,
  appVersion,
}: Pick<CompactorNeeds, 'state' | 'migrations' | 'appVersion'>): Snapshot {
  return {
    version: currentVersion(migrations),
    sequence: state.sequence,
    writtenBy: appVersion,
    collections: listRecords(state.tables),
  };
}

function listRecords(tables: ReadonlyCatalogTables): Record<string, readonly object[]> {
  return Object.fromEntries(Object.entries(tables).map(([name, map]) => [name, [...map.values()]]));
}

/** The previous snapshot stays, so its journal has to go on to where the new snapshot stands. */
async function leadPreviousOn({ journal, previousJournal }: CatalogFiles): Promise<void> {
  const [before, after] = await Promise.all([readIfThere(previousJournal), readIfThere(journal)]);
  if (after === '') return;
  const gap = before.length > 0 && !before.endsWith('\n') ? '\n' : '';
  await writeFileAtomically(previousJournal, [before, gap, after]);
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

export async function fileBytes(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
