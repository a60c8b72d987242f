import type { EngineEvent } from '../core/model/engine-event.ts';

export type EngineListener = (event: EngineEvent) => void;

/** One stream of everything that happens; a listener that throws is a bug and does not stop the others. */
export interface Events {
  emit(event: EngineEvent): void;
  /** Returns the end of the subscription. */
  subscribe(listener: EngineListener): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<EngineListener>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
