import type { Device } from '../model/device.ts';
import type { CatalogEffect } from './apply-change.ts';
import { createMediaEntries, type EntryChange } from './media-entries.ts';
import type { MediaEntry } from './media-entry.ts';
import { createRowMaker } from './media-row.ts';
import { createViews, type MediaViews } from './media-views.ts';
import type { MediaQuery, MediaWindow } from './query.ts';
import type { ReadonlyCatalogTables } from './tables.ts';

/** With more changes than this, the lists are dropped and sorted anew when they are next asked for. */
const KEPT_CHANGES = 20_000;

/** Answers windowed queries over all media; follows every change of media and jobs. */
export interface MediaIndex {
  query(query: MediaQuery, devices: readonly Device[]): MediaWindow;
  /** To be told of every change, in order. */
  follow(effect: CatalogEffect): void;
}

/** Nothing is built before the first query, so that who never asks for lists does not pay for them. */
export function createMediaIndex(tables: ReadonlyCatalogTables): MediaIndex {
  let lists: Lists | null = null;
  const makeRow = createRowMaker();
  return {
    query(query, devices) {
      lists ??= createLists(tables);
      const { entries, total } = lists.window(query);
      const rows = entries.map((entry) => makeRow(entry, devices));
      return { rows, total, counts: lists.counts() };
    },
    follow(effect) {
      lists?.follow(effect);
    },
  };
}

interface Lists {
  window(query: MediaQuery): { readonly entries: readonly MediaEntry[]; readonly total: number };
  counts(): MediaWindow['counts'];
  follow(effect: CatalogEffect): void;
}

function createLists(tables: ReadonlyCatalogTables): Lists {
  const counter = createCounter();
  let views: MediaViews | null = null;
  const media = createMediaEntries(tables, (before, after) => {
    counter.count(before, after);
    views?.add({ before, after });
    if (views !== null && views.steps() > KEPT_CHANGES) views = null;
  });
  return {
    window(query) {
      views ??= createViews(media.all());
      const slots = views.slots(query);
      return { entries: cut(slots, query).map(views.at), total: slots.length };
    },
    counts: counter.counts,
    follow: media.follow,
  };
}

function cut(
  ascending: readonly number[],
  { order, offset, limit }: MediaQuery,
): readonly number[] {
  if (order === 'ascending') return ascending.slice(offset, offset + limit);
  const end = Math.max(0, ascending.length - offset);
  return ascending.slice(Math.max(0, end - limit), end).toReversed();
}

function createCounter() {
  const counts = { all: 0, video: 0, audio: 0, attention: 0 };
  const add = (entry: MediaEntry | undefined, by: 1 | -1) => {
    if (entry === undefined) return;
    counts.all += by;
    counts[entry.kind] += by;
    if (entry.status === 'failed' || entry.status === 'missing') counts.attention += by;
  };
  const count: EntryChange = (before, after) => {
    add(before, -1);
    add(after, 1);
  };
  return { count, counts: () => ({ ...counts }) };
}
