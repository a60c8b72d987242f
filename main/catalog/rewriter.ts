import type { Compactor } from './compaction.ts';
import type { Journal } from './journal.ts';

const MIN_JOURNAL_BYTES = 1024 * 1024;
/** Replaying costs more per byte than reading the snapshot, so the start stays near that of the snapshot alone. */
const MAX_JOURNAL_BYTES = 32 * 1024 * 1024;
const SNAPSHOT_SHARE = 1 / 8;
/** After a failure (a full disk) it is tried again when the journal has grown by this. */
const PATIENCE = 1.5;

export interface RewriterNeeds {
  readonly compactor: Compactor;
  readonly journal: Journal;
  readonly onProblem: (error: unknown) => void;
  readonly minJournalBytes?: number;
}

/** Decides when the snapshot is rewritten: when the journal has grown to a part of it, and at the end. */
export function createRewriter({
  compactor,
  journal,
  onProblem,
  minJournalBytes = MIN_JOURNAL_BYTES,
}: RewriterNeeds) {
  let running: Promise<void> | null = null;
  let failedAtBytes = 0;

  function limitBytes(): number {
    const share = Math.min(compactor.snapshotBytes() * SNAPSHOT_SHARE, MAX_JOURNAL_BYTES);
    return Math.max(minJournalBytes, share, failedAtBytes * PATIENCE);
  }

  /** The journal holds every change, so a failure costs time at the next start and nothing else. */
  async function rewrite(): Promise<void> {
    try {
      await compactor.compact();
      failedAtBytes = 0;
    } catch (error) {
      failedAtBytes = journal.bytes();
      onProblem(error);
    }
    running = null;
  }

  return {
    /** After a commit. */
    consider() {
      if (running === null && journal.bytes() > limitBytes()) running = rewrite();
    },
    /** After the last commit. */
    async finish() {
      await running;
      if (journal.bytes() > 0) await rewrite();
    },
  };
}
