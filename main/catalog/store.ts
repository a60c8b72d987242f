import { type Adapter, Low } from 'lowdb';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { readSnapshot } from './read-snapshot.ts';
import { type ReadSnapshot, type Snapshot, snapshotPieces } from './snapshot-text.ts';

/** The snapshot file. The records live in the catalog's tables, so nothing is kept here between the calls. */
export interface SnapshotStore {
  /** @throws SnapshotDamage, or the system's error */
  read(): Promise<ReadSnapshot>;
  /**
   * Whole or not at all. `beforeReplace` is called when the new one is written and synced, and what stood
   * there before still does. Rejects with the system's error.
   */
  write(snapshot: Snapshot, beforeReplace?: () => Promise<void>): Promise<void>;
}

/** lowdb's own file adapter writes no journal, syncs nothing and holds the text as one string; this one does it our way. */
class LinesAdapter implements Adapter<Snapshot> {
  readonly #path: string;
  beforeReplace: () => Promise<void> = async () => {};

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<ReadSnapshot> {
    return readSnapshot(this.#path);
  }

  async write(snapshot: Snapshot): Promise<void> {
    await writeFileAtomically(this.#path, snapshotPieces(snapshot), {
      verify: () => this.beforeReplace(),
    });
  }
}

const EMPTY: ReadSnapshot = { version: 1, sequence: 0, writtenBy: '', collections: {} };

export function createStore(path: string): SnapshotStore {
  const adapter = new LinesAdapter(path);
  return {
    async read() {
      const low = new Low<ReadSnapshot>(adapter, EMPTY);
      await low.read();
      return low.data;
    },
    async write(snapshot, beforeReplace = async () => {}) {
      adapter.beforeReplace = beforeReplace;
      await new Low<Snapshot>(adapter, snapshot).write();
    },
  };
}
