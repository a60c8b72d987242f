import { createStore } from 'zustand/vanilla';

/** Nobody goes back further; each holds on to what it would restore. */
const MOST = 20;

/** What can be taken back, the last thing first; each is offered on a toast of its own as well. */
export interface Undo {
  readonly offers: readonly (() => void)[];
  offer(take: () => void): void;
  /** Takes the last thing back, or an earlier one that is still offered. Answers whether there was anything. */
  run(earlier?: () => void): boolean;
}

export function createUndo() {
  return createStore<Undo>()((set, get) => ({
    offers: [],
    offer: (take) => set(({ offers }) => ({ offers: [...offers, take].slice(-MOST) })),
    run(earlier) {
      const take = earlier ?? get().offers.at(-1);
      if (take === undefined) return false;
      set(({ offers }) => ({ offers: offers.filter((one) => one !== take) }));
      take();
      return true;
    },
  }));
}
