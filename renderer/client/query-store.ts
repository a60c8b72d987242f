import { type Failure, readFailure } from './read-failure.ts';

export interface QueryState<T> {
  readonly data: T | undefined;
  readonly failure: Failure | null;
  readonly loading: boolean;
}

interface Entry {
  state: QueryState<unknown>;
  tags: readonly string[];
  load: () => Promise<unknown>;
  listeners: Set<() => void>;
  running: boolean;
  /** Touched while loading: what arrives may be old already and is asked for again. */
  stale: boolean;
}

const EMPTY: QueryState<never> = { data: undefined, failure: null, loading: true };

/** Answers of the engine, kept while something shows them and reloaded when an event touches their tags. */
export interface QueryStore {
  read(key: string): QueryState<unknown>;
  watch(
    key: string,
    query: { tags: readonly string[]; load: () => Promise<unknown> },
    listener: () => void,
  ): () => void;
  /** Reloads what is on screen with one of these tags; `null` means everything. */
  invalidate(tags: ReadonlySet<string> | null): void;
}

export function createQueryStore(): QueryStore {
  const entries = new Map<string, Entry>();

  function set(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }

  async function run(entry: Entry): Promise<void> {
    if (entry.running) {
      entry.stale = true;
      return;
    }
    entry.running = true;
    do {
      entry.stale = false;
      try {
        const data = await entry.load();
        // shown even when old: under a steady stream of changes nothing would ever appear otherwise
        set(entry, { data, failure: null, loading: false });
      } catch (error) {
        set(entry, { data: entry.state.data, failure: readFailure(error), loading: false });
      }
    } while (entry.stale && entry.listeners.size > 0);
    entry.running = false;
  }

  return {
    read: (key) => entries.get(key)?.state ?? EMPTY,
    watch(key, query, listener) {
      const entry = entries.get(key) ?? {
        state: EMPTY,
        tags: query.tags,
        load: query.load,
        listeners: new Set<() => void>(),
        running: false,
        stale: false,
      };
      entries.set(key, entry);
      entry.load = query.load;
      entry.listeners.add(listener);
      if (entry.listeners.size === 1) void run(entry);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size === 0 && entries.get(key) === entry)
          forgetLater(entries, key, entry);
      };
    },
    invalidate(tags) {
      for (const [key, entry] of entries) {
        if (tags !== null && !entry.tags.some((tag) => tags.has(tag))) continue;
        // what nobody looks at is forgotten instead: its record may be gone
        if (entry.listeners.size === 0) entries.delete(key);
        else void run(entry);
      }
    },
  };
}

/** Going back to a view within this time shows the old answer at once, while a new one is fetched. */
const KEEP_MS = 60_000;

function forgetLater(entries: Map<string, Entry>, key: string, entry: Entry): void {
  setTimeout(() => {
    if (entry.listeners.size === 0 && entries.get(key) === entry) entries.delete(key);
  }, KEEP_MS);
}
