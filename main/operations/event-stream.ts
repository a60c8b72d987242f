import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Events } from '../events.ts';
import { createEventBuffer } from './event-buffer.ts';

/**
 * Events for one reader from this moment on, merged while it does not read. Ends, also in the middle of
 * waiting, when `signal` aborts: the engine stopped or the reader left.
 */
export function streamEvents(
  events: Events,
  signal: AbortSignal,
): AsyncGenerator<EngineEvent, void, void> {
  const buffer = createEventBuffer();
  let wake = () => {};
  const unsubscribe = events.subscribe((event) => {
    buffer.add(event);
    wake();
  });
  function end(): void {
    unsubscribe();
    wake();
  }
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });

  async function* read(): AsyncGenerator<EngineEvent, void, void> {
    while (!signal.aborted) {
      const event = buffer.take();
      if (event !== undefined) yield event;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
  return read();
}
