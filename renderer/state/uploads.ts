import { createStore } from 'zustand/vanilla';
import type { Failure } from '../client/read-failure.ts';
import type { UploadOutcome } from '../client/upload-file.ts';

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly fraction: number;
  readonly state: 'waiting' | 'sending' | 'imported' | 'known' | 'refused';
  readonly mediaId: string | null;
  readonly failure: Failure | null;
}

export interface Uploads {
  readonly items: readonly Upload[];
  /** Queues files; they are sent one after the other, since the disk is the limit. */
  add(files: readonly File[]): void;
  cancel(id: number): void;
  clearFinished(): void;
}

export type Send = (
  file: File,
  listen: { readonly signal: AbortSignal; onProgress(fraction: number): void },
) => Promise<UploadOutcome>;

export function createUploads(send: Send) {
  const waiting: { readonly id: number; readonly file: File }[] = [];
  const aborts = new Map<number, AbortController>();
  let lastId = 0;
  let sending = false;

  const store = createStore<Uploads>()((set) => ({
    items: [],
    add(files) {
      const added = files.map((file) => ({ id: ++lastId, file }));
      waiting.push(...added);
      set(({ items }) => ({
        items: [...items, ...added.map(({ id, file }) => startOf(id, file))],
      }));
      void drain();
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

  function change(id: number, fields: Partial<Upload>): void {
    store.setState(({ items }) => ({
      items: items.map((item) => (item.id === id ? { ...item, ...fields } : item)),
    }));
  }

  async function drain(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await sendOne(next);
    sending = false;
  }

  async function sendOne({
    id,
    file,
  }: {
    readonly id: number;
    readonly file: File;
  }): Promise<void> {
    const abort = new AbortController();
    aborts.set(id, abort);
    change(id, { state: 'sending' });
    const outcome = await send(file, {
      signal: abort.signal,
      onProgress: (fraction) => change(id, { fraction }),
    });
    aborts.delete(id);
    change(id, finishOf(outcome));
  }

  return store;
}

export function isOpen(state: Upload['state']): boolean {
  return state === 'waiting' || state === 'sending';
}

function startOf(id: number, file: File): Upload {
  const { name, size: sizeBytes } = file;
  return { id, name, sizeBytes, fraction: 0, state: 'waiting', mediaId: null, failure: null };
}

function finishOf(outcome: UploadOutcome): Partial<Upload> {
  return outcome.kind === 'refused'
    ? { state: 'refused', failure: outcome.failure }
    : { state: outcome.kind, mediaId: outcome.mediaId, fraction: 1 };
}
