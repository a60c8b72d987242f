import type { EngineEvent } from '../../core/model/engine-event.ts';
import type { Client } from './create-client.ts';
import { isTokenRefused, readFailure } from './read-failure.ts';

export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';

export interface EventWatch {
  readonly client: Client;
  readonly signal: AbortSignal;
  onEvent(event: EngineEvent): void;
  /** `connected` after a loss means: everything on screen may be old. */
  onState(state: ConnectionState): void;
  wait(milliseconds: number): Promise<void>;
}

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5000;

/** Listens to the engine for as long as the page lives; a lost connection is taken up again by itself. */
export async function watchEvents(watch: EventWatch): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  watch.onState('connecting');
  while (!watch.signal.aborted) {
    try {
      const events = await watch.client.system.events(undefined, { signal: watch.signal });
      watch.onState('connected');
      waitMs = FIRST_WAIT_MS;
      for await (const event of events) watch.onEvent(event);
    } catch (error) {
      if (watch.signal.aborted) return;
      if (isTokenRefused(readFailure(error))) {
        watch.onState('refused');
        return;
      }
    }
    watch.onState('lost');
    await watch.wait(waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
}
