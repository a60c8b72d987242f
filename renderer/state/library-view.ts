import { createStore } from 'zustand/vanilla';
import type { MediaQuery, MediaStatus } from '../../core/catalog/query.ts';
import { buildHash, HOME, type LibraryRoute } from './route.ts';

/** How far the list is scrolled, told so that it holds for any number of columns. */
export interface ListTop {
  /** The first media of the uppermost row. */
  readonly place: number;
  /** The part of that row that is out of view, 0 to 1. */
  readonly hidden: number;
}

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
  /** The list that is shown, or was before another view: the way back leads there. */
  readonly route: LibraryRoute;
  /** Where that list was left; null at its top. */
  readonly top: ListTop | null;
  setMode(mode: LibraryView['mode']): void;
  setSort(sort: MediaQuery['sort'], order: MediaQuery['order']): void;
  setStatus(status: MediaStatus | null): void;
  setText(text: string): void;
  /** A list is shown; in another one than before, places mean other media. */
  enter(route: LibraryRoute): void;
  leave(top: ListTop | null): void;
  selectOnly(id: string, place: number): void;
  toggle(id: string, place: number): void;
  /** All between the anchor and this place, in the order of the list. */
  selectRange(ids: readonly string[], place: number): void;
  selectAll(ids: readonly string[]): void;
  deselect(ids: readonly string[]): void;
  clearSelection(): void;
}

const NOWHERE = { cursor: null, anchor: null, top: null } as const;

export function createLibraryView() {
  return createStore<LibraryView>()((set) => ({
    mode: 'grid',
    sort: 'added',
    order: 'descending',
    status: null,
    text: '',
    selected: new Set(),
    route: HOME,
    ...NOWHERE,
    setMode: (mode) => set({ mode }),
    setSort: (sort, order) => set({ sort, order, ...NOWHERE }),
    setStatus: (status) => set({ status, ...NOWHERE }),
    setText: (text) => set({ text, ...NOWHERE }),
    enter: (route) =>
      set((view) => (buildHash(view.route) === buildHash(route) ? {} : { route, ...NOWHERE })),
    leave: (top) => set({ top }),
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
