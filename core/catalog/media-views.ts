import type { MediaEntry } from './media-entry.ts';
import { createFilter, filterKey } from './media-filter.ts';
import { comparatorFor, type MediaSort } from './media-order.ts';
import { createSlots } from './media-slots.ts';
import { createView, type EntryLog, type EntryStep, type MediaView } from './media-view.ts';
import type { MediaQuery } from './query.ts';

/** Filtered views that are kept besides the five sorted ones: more than a person switches between. */
const KEPT_VIEWS = 12;

/** The lists that were asked for, over one run of entries and their changes. */
export interface MediaViews {
  /** Slots that pass the query's filters in the ascending order of its sort; not a copy. */
  slots(query: MediaQuery): readonly number[];
  at(slot: number): MediaEntry;
  add(step: EntryStep): void;
  /** Steps since the beginning. */
  steps(): number;
}

export function createViews(start: Iterable<MediaEntry>): MediaViews {
  const entries = createSlots();
  const steps: EntryStep[] = [];
  const log: EntryLog = { length: () => steps.length, since: (position) => steps.slice(position) };
  const sortedViews = new Map<MediaSort, MediaView>();
  const filteredViews = new Map<string, MediaView>();

  function sorted(sort: MediaSort): MediaView {
    const known = sortedViews.get(sort);
    if (known !== undefined) return known;
    const compare = comparatorFor(sort);
    const slots = entries.live().sort((a, b) => compare(entries.at(a), entries.at(b)));
    const view = createView({ entries, log, compare, filter: null, sorted: slots });
    sortedViews.set(sort, view);
    return view;
  }

  function filtered(key: string, query: MediaQuery): MediaView {
    const view =
      filteredViews.get(key) ??
      createView({
        entries,
        log,
        compare: comparatorFor(query.sort),
        filter: createFilter(query),
        sorted: sorted(query.sort).slots(),
      });
    // the one used last goes to the end, so that the first is the one not used for longest
    filteredViews.delete(key);
    filteredViews.set(key, view);
    const [oldest] = filteredViews.keys();
    if (filteredViews.size > KEPT_VIEWS && oldest !== undefined) filteredViews.delete(oldest);
    return view;
  }

  for (const entry of start) entries.add(entry);
  return {
    slots(query) {
      const key = filterKey(query);
      const view = key === null ? sorted(query.sort) : filtered(`${query.sort} ${key}`, query);
      return view.slots();
    },
    at: entries.at,
    add(step) {
      if (step.after !== undefined) entries.add(step.after);
      steps.push(step);
    },
    steps: () => steps.length,
  };
}
