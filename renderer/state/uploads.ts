import { createStore } from 'zustand/vanilla';
import { isCaptionFileName } from '../../core/import/sidecars.ts';
import type { Failure } from '../client/read-failure.ts';
import type { UploadOutcome } from '../client/upload-file.ts';

export interface Upload {
  readonly id: number;
  readonly name: string;
  /** What was dropped together with it, and is read in the same go. */
  readonly others: number;
  /** Where a batch lies on this machine; empty for a file that is copied in. */
  readonly paths: readonly string[];
  readonly sizeBytes: number;
  readonly fraction: number;
  readonly state: 'waiting' | 'sending' | 'imported' | 'known' | 'captions' | 'refused';
  readonly mediaId: string | null;
  readonly failure: Failure | null;
}

export interface Uploads {
  readonly items: readonly Upload[];
  /** Files that lie together, as far as anyone knows. */
  add(files: readonly File[]): void;
  cancel(id: number): void;
  clearFinished(): void;
}

export type Send = (
  file: File,
  listen: {
    /** All that was added with it. */
    readonly together: readonly File[];
    readonly signal: AbortSignal;
    onProgress(fraction: number): void;
  },
) => Promise<UploadOutcome>;

/** What became of one file of a batch. */
export interface Taken {
  readonly name: string;
  readonly outcome: UploadOutcome;
}

export type Take = (
  files: readonly File[],
  onPaths: (paths: readonly string[]) => void,
) => Promise<readonly Taken[]>;

/** How files get into the library. */
export type Intake =
  /** Copied in one after the other, since the disk is the limit. */
  | { readonly kind: 'copy'; readonly send: Send }
  /** Read where they lie, all that came together in one go. */
  | { readonly kind: 'in-place'; readonly take: Take };

interface Waiting {
  readonly id: number;
  readonly file: File;
  readonly together: readonly File[];
}

export function createUploads(intake: Intake) {
  const waiting: Waiting[] = [];
  const aborts = new Map<number, AbortController>();
  let lastId = 0;
  let sending = false;

  const store = createStore<Uploads>()((set) => ({
    items: [],
    add(files) {
      if (intake.kind === 'copy') addEach(files, intake.send);
      else void addTogether(files, intake.take);
    },
    cancel(id) {
      aborts.get(id)?.abort();
      const place = waiting.findIndex((one) => one.id === id);
      if (place >= 0) waiting.splice(place, 1);
      set(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
    },
    clearFinished: () =>
      set(({ items }) => ({ items: items.filter(({ state }) => isOpen(state)) })),
  }));

  function append(added: readonly Upload[]): void {
    store.setState(({ items }) => ({ items: [...items, ...added] }));
  }

  function change(id: number, fields: Partial<Upload>): void {
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? { ...item, ...fields } : item)),
    }));
  }

  function addEach(files: readonly File[], send: Send): void {
    const added = captionsLast(files).map((file) => ({ id: ++lastId, file, together: files }));
    waiting.push(...added);
    append(added.map(({ id, file }) => startOf(id, file)));
    void drain(send);
  }

  async function drain(send: Send): Promise<void> {
    if (sending) return;
    sending = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await sendOne(next, send);
    sending = false;
  }

  async function sendOne({ id, file, together }: Waiting, send: Send): Promise<void> {
    const abort = new AbortController();
    aborts.set(id, abort);
    change(id, { state: 'sending' });
    const outcome = await send(file, {
      together,
      signal: abort.signal,
      onProgress: (fraction) => change(id, { fraction }),
    });
    aborts.delete(id);
    change(id, finishOf(outcome));
  }

  /** One row while the batch is read; then one for each file that was in it. */
  async function addTogether(files: readonly File[], take: Take): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    const id = ++lastId;
    append([{ ...startOf(id, first), others: files.length - 1, state: 'sending', fraction: 1 }]);
    const taken = await take(files, (paths) => change(id, { paths }));
    const rows = taken.map(({ name, outcome }) => ({
      ...startOf(++lastId, { name, size: 0 }),
      ...finishOf(outcome),
    }));
    store.setState(({ items }) => ({
      items: items.flatMap((item) => (item.id === id ? rows : [item])),
    }));
  }

  return store;
}

/** What they belong to may have come with them. */
function captionsLast(files: readonly File[]): readonly File[] {
  return files.toSorted(
    (one, other) => Number(isCaptionFileName(one.name)) - Number(isCaptionFileName(other.name)),
  );
}

export function isOpen(state: Upload['state']): boolean {
  return state === 'waiting' || state === 'sending';
}

function startOf(id: number, { name, size }: Pick<File, 'name' | 'size'>): Upload {
  return {
    id,
    name,
    others: 0,
    paths: [],
    sizeBytes: size,
    fraction: 0,
    state: 'waiting',
    mediaId: null,
    failure: null,
  };
}

function finishOf(outcome: UploadOutcome): Partial<Upload> {
  return outcome.kind === 'refused'
    ? { state: 'refused', failure: outcome.failure }
    : { state: outcome.kind, mediaId: outcome.mediaId, fraction: 1 };
}
