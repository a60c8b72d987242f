import { applyEffect, type CatalogEffect } from '../../core/catalog/apply-change.ts';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { createDraft, type Draft, type StagedChanges } from '../../core/catalog/draft.ts';
import type { MediaLookup } from '../../core/catalog/media-lookup.ts';
import type { CatalogTables } from '../../core/catalog/tables.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import type { Journal } from './journal.ts';
import { formatJournalLine } from './journal-line.ts';
import { createPauses, type Pauses } from './pauses.ts';
import type { Serial } from './serial.ts';

/** Commits that share one write at most, so that none waits for long behind those that came after it. */
const LARGEST_GROUP = 256;
/** How long checking changes may hold the process up at a time; a commit may hold a whole library's. */
const SLICE_MS = 8;

/** What is committed. Only the writer changes it. */
export interface CatalogState {
  readonly tables: CatalogTables;
  readonly lookup: MediaLookup;
  sequence: number;
}

export interface CommitWriterNeeds {
  readonly state: CatalogState;
  readonly journal: Journal;
  readonly journalPath: string;
  readonly serial: Serial;
  /** After the changes were applied, before the commit resolves. */
  readonly onCommitted: (sequence: number, effects: readonly CatalogEffect[]) => void;
}

export interface CommitWriter {
  commit(changes: readonly CatalogChange[]): Promise<void>;
  /** Resolves when all that was asked for before has its outcome. */
  drained(): Promise<void>;
}

interface Waiting {
  readonly changes: readonly CatalogChange[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface Staged extends StagedChanges {
  readonly waiting: Waiting;
  readonly sequence: number;
}

/** Whatever is asked for while one group is being synced becomes the next group. */
export function createCommitWriter(needs: CommitWriterNeeds): CommitWriter {
  const queue: Waiting[] = [];
  let writing: Promise<void> | null = null;

  async function writeQueue() {
    while (queue.length > 0) {
      await needs.serial(() => writeGroup(queue.splice(0, LARGEST_GROUP), needs));
    }
    writing = null;
  }

  return {
    async commit(changes) {
      if (changes.length === 0) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      queue.push({ changes, resolve, reject });
      writing ??= writeQueue();
      await promise;
    },
    async drained() {
      await writing;
    },
  };
}

async function writeGroup(group: readonly Waiting[], needs: CommitWriterNeeds): Promise<void> {
  const staged = await stageGroup(group, needs.state);
  if (staged.length === 0) return;
  try {
    await needs.journal.append(staged.map(formatJournalLine).join(''));
  } catch (cause) {
    const error = writeFailed(needs.journalPath, cause);
    for (const { waiting } of staged) waiting.reject(error);
    return;
  }
  for (const one of staged) take(one, needs);
}

/** Nobody else changes the state meanwhile: groups are written one after the other. */
async function stageGroup(
  group: readonly Waiting[],
  state: CatalogState,
): Promise<readonly Staged[]> {
  const draft = createDraft({
    tables: state.tables,
    mediaIdBySlug: (slug) => state.lookup.bySlug(slug)?.id,
  });
  const pause = createPauses(SLICE_MS);
  const staged: Staged[] = [];
  for (const waiting of group) {
    const changes = await stage(draft, waiting, pause);
    const sequence = state.sequence + staged.length + 1;
    if (changes !== null) staged.push({ ...changes, waiting, sequence });
  }
  return staged;
}

async function stage(
  draft: Draft,
  { changes, reject }: Waiting,
  pause: Pauses,
): Promise<StagedChanges | null> {
  try {
    const staging = draft.begin();
    for (const change of changes) {
      staging.add(change);
      if (pause.isDue()) await pause.take();
    }
    return staging.end();
  } catch (error) {
    reject(error);
    return null;
  }
}

function take({ effects, waiting, sequence }: Staged, { state, onCommitted }: CommitWriterNeeds) {
  for (const effect of effects) {
    applyEffect(state.tables, effect);
    if (effect.collection === 'media') state.lookup.follow(effect.before, effect.after);
  }
  state.sequence = sequence;
  onCommitted(sequence, effects);
  waiting.resolve();
}

export function writeFailed(path: string, cause: unknown): AppError {
  const systemCode = errorCodeOf(cause);
  const why = systemCode === 'ENOSPC' ? 'the disk is full' : (systemCode ?? String(cause));
  return new AppError(
    'catalog/write-failed',
    `The change could not be written to ${path} (${why}) and was not made. Free space or mend the permissions, then try again.`,
    { details: { path, systemCode }, cause },
  );
}
