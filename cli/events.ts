import type { EngineEvent } from '../core/model/engine-event.ts';
import { Interrupted } from './failure.ts';
import type { Session } from './session.ts';

export type CatalogEvent = Extract<EngineEvent, { readonly type: 'catalog' }>;

/** Stands for an id when more records of a collection changed than are told one by one. */
export const TOO_MANY = '*';

/**
 * Hands each event to `listener` until it answers true. Throws `Interrupted` at Ctrl-C.
 * `onReady` runs when nothing can be missed any more.
 */
export async function listenUntil(
  { client, terminal }: Pick<Session, 'client' | 'terminal'>,
  listener: (event: EngineEvent) => Promise<boolean> | boolean,
  onReady: () => Promise<boolean> | boolean = () => false,
): Promise<void> {
  const { signal } = terminal;
  const ended = new AbortController();
  const events = await client.system.events(undefined, {
    signal: AbortSignal.any([signal, ended.signal]),
  });
  try {
    if (await onReady()) return;
    for await (const event of events) if (await listener(event)) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    ended.abort();
  }
  if (signal.aborted) throw new Interrupted();
}

/** While `work` runs, `listener` sees the events. */
export async function listenDuring<T>(
  session: Pick<Session, 'client'>,
  listener: (event: EngineEvent) => void,
  work: () => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const events = await session.client.system.events(undefined, { signal: ended.signal });
  const listening = (async () => {
    try {
      for await (const event of events) listener(event);
    } catch (error) {
      if (!ended.signal.aborted) throw error;
    }
  })();
  // told in the end, when the work is over; until then nobody waits for it
  listening.catch(() => {});
  try {
    return await work();
  } finally {
    ended.abort();
    await listening;
  }
}
