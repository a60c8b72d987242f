import { createStore } from 'zustand/vanilla';

/** Whether single keys are shortcuts; WCAG 2.1.4 wants a way to switch them off. Kept by the browser. */
export interface KeyChoice {
  readonly single: boolean;
  setSingle(single: boolean): void;
}

const PLACE = 'avlogue-single-keys';

export function createKeyChoice(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  return createStore<KeyChoice>()((set) => ({
    single: storage.getItem(PLACE) !== 'off',
    setSingle(single) {
      storage.setItem(PLACE, single ? 'on' : 'off');
      set({ single });
    },
  }));
}
