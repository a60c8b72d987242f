import type { Device } from '../model/device.ts';
import type { CatalogEffect } from './apply-change.ts';
import { createMediaEntries, type EntryChange, type MediaEntries } from './media-entries.ts';
import type { MediaEntry } from './media-entry.ts';
import { createFilter, filterKey } from './media-filter.ts';
import { comparatorFor, type MediaSort } from './media-order.ts';
import { createRowMaker } from './media-row.ts';
import { createView, type EntryLog, type MediaView } from './media-view.ts';
import type { MediaQuery, MediaWindow } from './query.ts';
import type { ReadonlyCatalogTables } from './tables.ts';

/** Filtered views that are kept besides the five sorted ones: more than a person switches between. */
const KEPT_VIEWS = 12;
/** With more changes than this since the last look, sorting anew is quicker than catching up. */
const KEPT_CHANGES = 20_000;

/** Answers windowed queries over all media; follows every change of media and jobs. */
export interface MediaIndex {
  query(query: MediaQuery, devices: readonly Device[]): MediaWindow;
  /** To be told after the change was applied to the tables. */
  follow(effect: CatalogEffect): void;
}

/** Nothing is built before the first query, so that who never asks for lists does not pay for them. */
export function createMediaIndex(tables: ReadonlyCatalogTables): MediaIndex {
  let lists: Lists | null = null;
  const makeRow = createRowMaker();
  return {
    query(query, devices) {
      lists ??= createLists(tables);
      const entries = lists.entries(query);
      const window = cut(entries, query).map((entry) => makeRow(entry, devices));
      return { rows: window, total: entries.length, counts: lists.counts() };
    },
    follow(effect) {
      lists?.follow(effect);
    },
  };
}

function cut(
  ascending: readonly MediaEntry[],
  { order, offset, limit }: MediaQuery,
): readonly MediaEntry[] {
  if (order === 'ascending') return ascending.slice(offset, offset + limit);
  const end = Math.max(0, ascending.length - offset);
  return ascending.slice(Math.max(0, end - limit), end).toReversed();
}

interface Lists {
  entries(query: MediaQuery): readonly MediaEntry[];
  counts(): MediaWindow['counts'];
  follow(effect: CatalogEffect): void;
}

function createLists(tables: ReadonlyCatalogTables): Lists {
  const counter = createCounter();
  const log = createLog();
  const sortedViews = new Map<MediaSort, MediaView>();
  const filteredViews = new Map<string, MediaView>();
  const media: MediaEntries = createMediaEntries(tables, (before, after) => {
    counter.count(before, after);
    log.add(after ?? before);
  });

  function sorted(sort: MediaSort): MediaView {
    const known = sortedViews.get(sort);
    if (known !== undefined) return known;
    const compare = comparatorFor(sort);
    const view = createView({ log, compare, filter: null, sorted: [...media.all()].sort(compare) });
    sortedViews.set(sort, view);
    return view;
  }

  function filtered(key: string, query: MediaQuery): MediaView {
    const view =
      filteredViews.get(key) ??
      createView({
        log,
        compare: comparatorFor(query.sort),
        filter: createFilter(query),
        sorted: sorted(query.sort).entries(),
      });
    // the one used last goes to the end, the one at the front was not used for longest
    filteredViews.delete(key);
    filteredViews.set(key, view);
    const [oldest] = filteredViews.keys();
    if (filteredViews.size > KEPT_VIEWS && oldest !== undefined) filteredViews.delete(oldest);
    return view;
  }

  function forgetWhenTooFarBehind() {
    if (log.kept() <= KEPT_CHANGES) return;
    sortedViews.clear();
    filteredViews.clear();
    log.forget();
  }

  log.forget();
  return {
    entries(query) {
      const key = filterKey(query);
      const view = key === null ? sorted(query.sort) : filtered(`${query.sort} ${key}`, query);
      return view.entries();
    },
    counts: counter.counts,
    follow(effect) {
      media.follow(effect);
      forgetWhenTooFarBehind();
    },
  };
}

function createLog() {
  let entries: MediaEntry[] = [];
  let start = 0;
  const log: EntryLog = {
    length: () => start + entries.length,
    since: (position) => entries.slice(position - start),
  };
  return {
    ...log,
    add(entry: MediaEntry | undefined) {
      if (entry !== undefined) entries.push(entry);
    },
    kept: () => entries.length,
    /** Only when no view is behind. */
    forget() {
      start += entries.length;
      entries = [];
    },
  };
}

function createCounter() {
  const counts = { all: 0, video: 0, audio: 0, attention: 0 };
  const add = (entry: MediaEntry | undefined, by: 1 | -1) => {
    if (entry === undefined) return;
    counts.all += by;
    counts[entry.media.kind] += by;
    if (entry.status === 'failed' || entry.status === 'missing') counts.attention += by;
  };
  const count: EntryChange = (before, after) => {
    add(before, -1);
    add(after, 1);
  };
  return { count, counts: () => ({ ...counts }) };
}
