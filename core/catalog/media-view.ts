import type { MediaEntry } from './media-entry.ts';
import type { MediaFilter } from './media-filter.ts';
import type { MediaComparator } from './media-order.ts';

/**
 * One sorted, filtered list that is kept. A change costs it nothing; when it is asked for, it catches up
 * with all changes since in one pass, without sorting or searching the rest again.
 */
export interface MediaView {
  /** Ascending; not a copy. */
  entries(): readonly MediaEntry[];
}

/** Every entry in the order of its coming, and those that went. */
export interface EntryLog {
  length(): number;
  since(position: number): readonly MediaEntry[];
}

export interface ViewOptions {
  readonly log: EntryLog;
  readonly compare: MediaComparator;
  readonly filter: MediaFilter | null;
  /** In the order of `compare` and up to date. */
  readonly sorted: readonly MediaEntry[];
}

export function createView({ log, compare, filter, sorted }: ViewOptions): MediaView {
  let entries = filter === null ? sorted : sorted.filter(filter);
  let seen = log.length();
  return {
    entries() {
      if (seen === log.length()) return entries;
      const fresh = log
        .since(seen)
        .filter((entry) => entry.live && (filter === null || filter(entry)))
        .toSorted(compare);
      entries = merge(entries, fresh, compare);
      seen = log.length();
      return entries;
    },
  };
}

/** Both are sorted; what is no longer live is left out. */
function merge(
  old: readonly MediaEntry[],
  fresh: readonly MediaEntry[],
  compare: MediaComparator,
): readonly MediaEntry[] {
  const merged: MediaEntry[] = [];
  let next = 0;
  for (const entry of old) {
    if (!entry.live) continue;
    for (let one = fresh[next]; one !== undefined && compare(one, entry) < 0; one = fresh[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(entry);
  }
  for (const one of fresh.slice(next)) merged.push(one);
  return merged;
}
