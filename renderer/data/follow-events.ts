import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Services } from '../client/services.ts';
import { watchEvents } from '../client/watch-events.ts';
import type { Stores } from '../state/stores.ts';

export interface EventFollowing {
  readonly services: Services;
  readonly stores: Stores;
  onNotice(notice: Extract<EngineEvent, { type: 'notice' }>): void;
}

/** Changes that come together are answered with one reload; a tenth of a second is not felt. */
const GATHER_MS = 100;

/** Keeps what is on screen in step with the engine, until the returned end is called. */
export function followEvents({ services, stores, onNotice }: EventFollowing): () => void {
  const abort = new AbortController();
  const activity = stores.activity.getState();
  let touched = new Set<string>();
  let timer: number | null = null;
  let wasLost = false;

  function flush(): void {
    timer = null;
    const tags = touched;
    touched = new Set();
    services.queries.invalidate(tags);
  }

  function gather(tags: readonly string[]): void {
    for (const tag of tags) touched.add(tag);
    timer ??= window.setTimeout(flush, GATHER_MS);
  }

  void watchEvents({
    client: services.client,
    signal: abort.signal,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onEvent(event) {
      activity.apply(event);
      gather(tagsOf(event));
      if (event.type === 'notice') onNotice(event);
    },
    onState(state) {
      activity.setConnection(state);
      if (state === 'connected' && wasLost) services.queries.invalidate(null);
      wasLost = state === 'lost' || (wasLost && state !== 'connected');
    },
  });

  return () => {
    abort.abort();
    if (timer !== null) window.clearTimeout(timer);
  };
}

/** The collections and records which an event makes old. */
export function tagsOf(event: EngineEvent): readonly string[] {
  switch (event.type) {
    case 'catalog':
      return event.touched.flatMap(({ collection, id, change }) =>
        // a job that is taken off the list leaves with it, and its log is no more to be asked for
        collection === 'jobs' && change === 'remove'
          ? [collection]
          : [collection, `${collection}/${id}`],
      );
    case 'rendition-ready':
    case 'media-ready':
      return ['media', `media/${event.mediaId}`];
    case 'publish-progress':
      return event.done ? ['publications', 'publishTargets'] : [];
    default:
      return [];
  }
}
