import { type MediaEntry, sortTitle } from './media-entry.ts';
import type { MEDIA_SORTS, MediaStatus } from './query.ts';

export type MediaSort = (typeof MEDIA_SORTS)[number];
export type MediaComparator = (a: MediaEntry, b: MediaEntry) => number;

/** What needs a person first, then what moves, then what rests. */
const STATUS_RANKS: Readonly<Record<MediaStatus, number>> = {
  failed: 0,
  missing: 1,
  converting: 2,
  queued: 3,
  outdated: 4,
  new: 5,
  ready: 6,
};

const COMPARATORS: Readonly<Record<MediaSort, MediaComparator>> = {
  added: (a, b) => a.media.createdAtMs - b.media.createdAtMs,
  title: (a, b) => compareText(sortTitle(a), sortTitle(b)),
  duration: (a, b) => a.media.info.durationSeconds - b.media.info.durationSeconds,
  size: (a, b) => a.media.master.sizeBytes - b.media.master.sizeBytes,
  status: (a, b) => STATUS_RANKS[a.status] - STATUS_RANKS[b.status],
};

/** Ascending and total: equal ones stand in the order of their adding, then of their ids, so that no list ever jumps. */
export function comparatorFor(sort: MediaSort): MediaComparator {
  const compare = COMPARATORS[sort];
  return (a, b) => compare(a, b) || COMPARATORS.added(a, b) || compareText(a.media.id, b.media.id);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
