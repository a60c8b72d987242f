import { setImmediate } from 'node:timers/promises';

/** Cuts long work into slices, between which everything else has its turn. */
export interface Pauses {
  isDue(): boolean;
  take(): Promise<void>;
}

export function createPauses(sliceMs: number): Pauses {
  let endMs = performance.now() + sliceMs;
  return {
    isDue: () => performance.now() >= endMs,
    async take() {
      await setImmediate();
      endMs = performance.now() + sliceMs;
    },
  };
}
