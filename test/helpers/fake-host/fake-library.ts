import type { MediaQuery, MediaRow, MediaWindow } from '../../../core/catalog/query.ts';
import { type SampleMedia, sampleMedia } from './sample-media.ts';

/** A library of any size that is never built whole: rows are made as they are asked for. */
export interface FakeLibrary {
  window(query: MediaQuery): MediaWindow;
  find(id: string): SampleMedia | null;
  remove(ids: readonly string[]): void;
  restore(): number;
}

const EVERYTHING_LIMIT = 2000;

export function createFakeLibrary(size: number): FakeLibrary {
  const removed = new Set<string>();
  let lastRemoved: readonly string[] = [];

  function matching(query: MediaQuery): readonly number[] {
    const plain =
      query.kind === undefined && !query.statuses && !query.text && !query.watchFolderId;
    const all = Array.from({ length: size }, (_, index) => index);
    const limited = plain ? all : all.slice(0, EVERYTHING_LIMIT);
    return limited.filter((index) => {
      if (removed.has(`media-${index}`)) return false;
      return plain || passes(sampleMedia(index).row, query);
    });
  }

  return {
    window(query) {
      const found = matching(query);
      const ordered = query.sort === 'added' ? found : found.toSorted(compareBy(query));
      const directed =
        query.sort === 'added' && query.order === 'ascending' ? ordered.toReversed() : ordered;
      const indexes = directed.slice(query.offset, query.offset + query.limit);
      return {
        rows: indexes.map((index) => sampleMedia(index).row),
        total: found.length,
        counts: countAll(size - removed.size),
      };
    },
    find(id) {
      const index = Number(id.replace('media-', ''));
      return Number.isInteger(index) && index < size && !removed.has(id)
        ? sampleMedia(index)
        : null;
    },
    remove(ids) {
      lastRemoved = ids;
      for (const id of ids) removed.add(id);
    },
    restore() {
      for (const id of lastRemoved) removed.delete(id);
      return lastRemoved.length;
    },
  };
}

function countAll(all: number): MediaWindow['counts'] {
  const audio = Math.floor(all / 5);
  return { all, audio, video: all - audio, attention: all > 9 ? 2 : 0 };
}

function passes(row: MediaRow, { kind, statuses, text }: MediaQuery): boolean {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (
    (kind === undefined || row.kind === kind) &&
    (statuses === undefined || statuses.length === 0 || statuses.includes(row.status)) &&
    words.every((word) => row.title.toLowerCase().includes(word))
  );
}

function compareBy({ sort, order }: MediaQuery): (a: number, b: number) => number {
  const sign = order === 'ascending' ? 1 : -1;
  return (a, b) => {
    const [one, other] = [sampleMedia(a).row, sampleMedia(b).row];
    if (sort === 'title') return sign * one.title.localeCompare(other.title);
    if (sort === 'size') return sign * (one.sizeBytes - other.sizeBytes);
    if (sort === 'duration') return sign * (one.durationSeconds - other.durationSeconds);
    return sign * one.status.localeCompare(other.status);
  };
}
