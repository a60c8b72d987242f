import { createStore } from 'zustand/vanilla';
import type { MediaQuery, MediaStatus } from '../../core/catalog/query.ts';

/** How the library is looked at and what is selected in it; the selection survives filtering. */
export interface LibraryView {
  readonly mode: 'grid' | 'list';
  readonly sort: MediaQuery['sort'];
  readonly order: MediaQuery['order'];
  readonly status: MediaStatus | null;
  readonly text: string;
  readonly selected: ReadonlySet<string>;
  /** Where the keyboard is, as a place in the list; null before the first step. */
  readonly cursor: number | null;
  /** Where a range starts. */
  readonly anchor: number | null;
  setMode(mode: LibraryView['mode']): void;
  setSort(sort: MediaQuery['sort'], order: MediaQuery['order']): void;
  setStatus(status: MediaStatus | null): void;
  setText(text: string): void;
  /** Another list is shown: places mean other media now. */
  forgetPlaces(): void;
  selectOnly(id: string, place: number): void;
  toggle(id: string, place: number): void;
  /** All between the anchor and this place, in the order of the list. */
  selectRange(ids: readonly string[], place: number): void;
  selectAll(ids: readonly string[]): void;
  deselect(ids: readonly string[]): void;
  clearSelection(): void;
}

export function createLibraryView() {
  return createStore<LibraryView>()((set) => ({
    mode: 'grid',
    sort: 'added',
    order: 'descending',
    status: null,
    text: '',
    selected: new Set(),
    cursor: null,
    anchor: null,
    setMode: (mode) => set({ mode }),
    setSort: (sort, order) => set({ sort, order, cursor: null, anchor: null }),
    setStatus: (status) => set({ status, cursor: null, anchor: null }),
    setText: (text) => set({ text, cursor: null, anchor: null }),
    forgetPlaces: () => set({ cursor: null, anchor: null }),
    selectOnly: (id, place) => set({ selected: new Set([id]), cursor: place, anchor: place }),
    toggle: (id, place) =>
      set(({ selected }) => ({
        selected: selected.has(id)
          ? new Set([...selected].filter((one) => one !== id))
          : new Set([...selected, id]),
        cursor: place,
        anchor: place,
      })),
    selectRange: (ids, place) => set({ selected: new Set(ids), cursor: place }),
    selectAll: (ids) => set({ selected: new Set(ids) }),
    deselect: (ids) => set(({ selected }) => ({ selected: selected.difference(new Set(ids)) })),
    clearSelection: () => set({ selected: new Set(), anchor: null }),
  }));
}
