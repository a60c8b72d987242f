import type { MediaEntry } from './media-entry.ts';
import type { MediaFilter } from './media-filter.ts';
import type { MediaComparator } from './media-order.ts';
import type { Slots } from './media-slots.ts';

/**
 * One sorted, filtered list that is kept. A change costs it nothing; when it is asked for, it catches up
 * with all changes since, without sorting or searching the rest again.
 */
export interface MediaView {
  /** Slots, ascending; not a copy. */
  slots(): readonly number[];
}

/** One step of a media: either is missing when it comes or goes. */
export interface EntryStep {
  readonly before: MediaEntry | undefined;
  readonly after: MediaEntry | undefined;
}

/** Every step, in order. */
export interface EntryLog {
  length(): number;
  since(position: number): readonly EntryStep[];
}

export interface ViewOptions {
  readonly entries: Slots;
  readonly log: EntryLog;
  readonly compare: MediaComparator;
  readonly filter: MediaFilter | null;
  /** All live slots in the order of `compare`. */
  readonly sorted: readonly number[];
}

/** Up to here, finding the places of single steps is quicker than one pass over 100,000 entries. */
const SINGLE_STEPS = 64;

export function createView({ entries, log, compare, filter, sorted }: ViewOptions): MediaView {
  const passes = (entry: MediaEntry | undefined): entry is MediaEntry =>
    entry !== undefined && (filter === null || filter(entry));
  let slots = filter === null ? [...sorted] : choose(sorted, entries.scan(filter));
  let seen = log.length();

  function takeStep({ before, after }: EntryStep) {
    if (passes(before)) slots.splice(placeOf(before), 1);
    if (passes(after)) slots.splice(placeOf(after), 0, after.slot);
  }

  /** Where the entry stands, or would stand: the order is total, so it stands nowhere else. */
  function placeOf(entry: MediaEntry): number {
    let low = 0;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(entries.at(slots[middle] ?? -1), entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function takeAll(steps: readonly EntryStep[]) {
    const fresh = steps.flatMap(({ after }) => (passes(after) && after.live ? [after] : []));
    const old = slots.map(entries.at).filter((entry) => entry.live);
    slots = merge(old, fresh.sort(compare), compare).map(({ slot }) => slot);
  }

  return {
    slots() {
      const steps = log.since(seen);
      if (steps.length <= SINGLE_STEPS) steps.forEach(takeStep);
      else takeAll(steps);
      seen = log.length();
      return slots;
    },
  };
}

function choose(sorted: readonly number[], passed: Uint8Array): number[] {
  return sorted.filter((slot) => passed[slot] === 1);
}

/** Both are sorted. */
function merge(
  old: readonly MediaEntry[],
  fresh: readonly MediaEntry[],
  compare: MediaComparator,
): readonly MediaEntry[] {
  const merged: MediaEntry[] = [];
  let next = 0;
  for (const entry of old) {
    for (let one = fresh[next]; one !== undefined && compare(one, entry) < 0; one = fresh[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(entry);
  }
  return merged.concat(fresh.slice(next));
}
