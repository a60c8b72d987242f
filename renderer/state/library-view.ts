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

/** A media and where it stood in the list when it was last seen there. */
export interface Spot {
  readonly id: string;
  readonly place: number;
}

/** How the library is looked at and what is selected in it; the selection survives filtering. */
export interface LibraryView {
  readonly mode: 'grid' | 'list';
  readonly sort: MediaQuery['sort'];
  readonly order: MediaQuery['order'];
  readonly status: MediaStatus | null;
  readonly text: string;
  readonly selected: ReadonlySet<string>;
  /** Where the keyboard is; null before the first step. */
  readonly cursor: Spot | null;
  /** Where a range starts. */
  readonly anchor: Spot | null;
  /** Another one with each wish about the selection: an answer to an earlier one comes too late. */
  readonly wish: number;
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
  /** The list has changed, and the same media stand elsewhere in it. */
  follow(spots: Pick<LibraryView, 'cursor' | 'anchor'>): void;
  selectOnly(spot: Spot): void;
  toggle(spot: Spot): void;
  /** What is to be selected must be asked for. Answers with the wish that `selectAll` fulfils. */
  wishFor(cursor: Spot | null): number;
  /** Unless something else was wished for meanwhile. */
  selectAll(ids: readonly string[], wish: number): void;
  deselect(ids: readonly string[]): void;
  clearSelection(): void;
}

const NOWHERE = { cursor: null, anchor: null, top: null } as const;

/** Another list: places in the one before mean nothing in it. */
function elsewhere(change: Partial<LibraryView>): (view: LibraryView) => Partial<LibraryView> {
  return ({ wish }) => ({ ...change, ...NOWHERE, wish: wish + 1 });
}

export function createLibraryView() {
  return createStore<LibraryView>()((set, get) => ({
    mode: 'grid',
    sort: 'added',
    order: 'descending',
    status: null,
    text: '',
    selected: new Set(),
    wish: 0,
    route: HOME,
    ...NOWHERE,
    setMode: (mode) => set({ mode }),
    setSort: (sort, order) => set(elsewhere({ sort, order })),
    setStatus: (status) => set(elsewhere({ status })),
    setText: (text) => set(elsewhere({ text })),
    enter: (route) =>
      set((view) => (buildHash(view.route) === buildHash(route) ? {} : elsewhere({ route })(view))),
    leave: (top) => set({ top }),
    follow: (spots) => set(spots),
    selectOnly: (spot) =>
      set(({ wish }) => ({
        selected: new Set([spot.id]),
        cursor: spot,
        anchor: spot,
        wish: wish + 1,
      })),
    toggle: (spot) =>
      set(({ selected, wish }) => ({
        selected: selected.symmetricDifference(new Set([spot.id])),
        cursor: spot,
        anchor: spot,
        wish: wish + 1,
      })),
    wishFor(cursor) {
      set((view) => ({ cursor: cursor ?? view.cursor, wish: view.wish + 1 }));
      return get().wish;
    },
    selectAll: (ids, wish) => set((view) => (view.wish === wish ? { selected: new Set(ids) } : {})),
    deselect: (ids) =>
      set(({ selected, wish }) => ({
        selected: selected.difference(new Set(ids)),
        wish: wish + 1,
      })),
    clearSelection: () =>
      set(({ wish }) => ({ selected: new Set(), anchor: null, wish: wish + 1 })),
  }));
}
