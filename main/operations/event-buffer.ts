import type { EngineEvent } from '../../core/model/engine-event.ts';

/** Beyond this the oldest are dropped, yet never the changes of the catalog. */
const MAX_WAITING = 1000;
/** Beyond this a reader is told to reload whole collections instead. */
const MAX_TOUCHED = 2000;
const CATALOG = 'catalog';

type CatalogEvent = Extract<EngineEvent, { type: 'catalog' }>;
type Touched = CatalogEvent['touched'][number];

/**
 * What waits for a reader, in bounded memory however slow it is: changes of the catalog become one event, and
 * only the newest progress of each job and batch is kept.
 */
export interface EventBuffer {
  add(event: EngineEvent): void;
  take(): EngineEvent | undefined;
}

export function createEventBuffer(): EventBuffer {
  const waiting = new Map<string, EngineEvent>();
  let counter = 0;
  return {
    add(event) {
      const key = keyOf(event) ?? `single ${counter++}`;
      const before = waiting.get(key);
      // the newest progress is no old event, but what changed is read as early as it can be
      if (key !== CATALOG) waiting.delete(key);
      waiting.set(key, before === undefined ? event : merge(before, event));
      if (waiting.size > MAX_WAITING) dropOldest(waiting);
    },
    take() {
      const first = waiting.entries().next().value;
      if (first === undefined) return undefined;
      waiting.delete(first[0]);
      return first[1];
    },
  };
}

/** A reader that misses a progress or a notice sees less; one that misses a change shows what is no longer so. */
function dropOldest(waiting: Map<string, EngineEvent>): void {
  for (const key of waiting.keys()) {
    if (key === CATALOG) continue;
    waiting.delete(key);
    return;
  }
}

/** Events with the same key stand for each other; null: each one counts. */
function keyOf(event: EngineEvent): string | null {
  switch (event.type) {
    case 'catalog':
      return CATALOG;
    case 'job-progress':
      return `job ${event.progress.jobId}`;
    case 'import-progress':
    case 'publish-progress':
      return `${event.type} ${event.batchId}`;
    case 'rendition-ready':
    case 'media-ready':
    case 'notice':
      return null;
  }
}

function merge(before: EngineEvent, after: EngineEvent): EngineEvent {
  if (before.type !== 'catalog' || after.type !== 'catalog') return after;
  return { ...after, touched: mergeTouched([...before.touched, ...after.touched]) };
}

/** The last change of each record; too many records stand for their collections as `*`. */
function mergeTouched(touched: readonly Touched[]): readonly Touched[] {
  const latest = new Map(touched.map((one) => [`${one.collection} ${one.id}`, one]));
  if (latest.size <= MAX_TOUCHED) return [...latest.values()];
  const collections = new Set(touched.map(({ collection }) => collection));
  return [...collections].map((collection) => ({ collection, id: '*', change: 'put' }) as const);
}
