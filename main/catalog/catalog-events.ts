import type { CatalogEffect } from '../../core/catalog/apply-change.ts';
import type { EngineEvent } from '../../core/model/engine-event.ts';

type CatalogEvent = Extract<EngineEvent, { type: 'catalog' }>;
type Listener = (event: CatalogEvent) => void;

export function createCatalogEvents() {
  const listeners = new Set<Listener>();
  return {
    /** A listener that throws is a bug; it stops neither the others nor the commit. */
    publish(sequence: number, effects: readonly CatalogEffect[]) {
      const touched = effects.map(({ collection, id, change }) => ({ collection, id, change }));
      for (const listener of listeners) {
        try {
          listener({ type: 'catalog', sequence, touched });
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
