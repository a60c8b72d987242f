import { createStore } from 'zustand/vanilla';

/** The last thing that can be taken back; one step, as the toast offers it. */
export interface Undo {
  readonly take: (() => void) | null;
  offer(take: () => void): void;
  /** Takes it back, once. Answers whether there was anything. */
  run(): boolean;
}

export function createUndo() {
  return createStore<Undo>()((set, get) => ({
    take: null,
    offer: (take) => set({ take }),
    run() {
      const { take } = get();
      set({ take: null });
      take?.();
      return take !== null;
    },
  }));
}
