import { createStore } from 'zustand/vanilla';

/** The last thing that can be taken back; one step, as its toast offers it. */
export interface Undo {
  readonly take: (() => void) | null;
  offer(take: () => void): void;
  /** Takes the last thing back, or an earlier one that is still offered. Answers whether there was anything. */
  run(earlier?: () => void): boolean;
}

export function createUndo() {
  return createStore<Undo>()((set, get) => ({
    take: null,
    offer: (take) => set({ take }),
    run(earlier) {
      const take = earlier ?? get().take;
      if (take === null) return false;
      if (take === get().take) set({ take: null });
      take();
      return true;
    },
  }));
}
