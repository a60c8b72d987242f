import type { EngineEvent } from '../../core/model/engine-event.ts';

/** Of events that cannot be merged; the oldest are dropped beyond this. */
const MAX_WAITING = 1000;
/** Beyond this a reader is told to reload whole collections instead. */
const MAX_TOUCHED = 2000;

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
      waiting.set(key, before === undefined ? event : merge(before, event));
      const oldest = waiting.keys().next().value;
      if (waiting.size > MAX_WAITING && oldest !== undefined) waiting.delete(oldest);
    },
    take() {
      const first = waiting.entries().next().value;
      if (first === undefined) return undefined;
      waiting.delete(first[0]);
      return first[1];
    },
  };
}

/** Events with the same key stand for each other; null: each one counts. */
function keyOf(event: EngineEvent): string | null {
  switch (event.type) {
    case 'catalog':
      return 'catalog';
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
