import { useCallback, useMemo, useRef } from 'react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { useServices } from '../client/services.ts';
import type { ListQuery } from '../data/list-query.ts';
import { loadIds } from '../data/load-ids.ts';
import { useAction } from '../data/use-action.tsx';
import { useStores } from '../state/stores.ts';
import { goTo } from '../state/use-route.ts';

export interface PickKeys {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What pointing and keys do to the selection of one list. */
export interface Selecting {
  pick(place: number, keys: PickKeys): void;
  open(place: number): void;
}

interface SelectingNeeds {
  readonly query: ListQuery;
  readonly narrow: boolean;
  rowAt(place: number): MediaRow | undefined;
}

export function useSelecting(needs: SelectingNeeds): Selecting {
  const { client } = useServices();
  const { library } = useStores();
  const run = useAction();
  const latest = useRef(needs);
  latest.current = needs;

  const open = useCallback((place: number) => {
    const row = latest.current.rowAt(place);
    if (row !== undefined) goTo({ view: 'media', mediaId: row.id });
  }, []);

  const pick = useCallback(
    (place: number, { shiftKey, ctrlKey, metaKey }: PickKeys) => {
      const { rowAt, query, narrow } = latest.current;
      const row = rowAt(place);
      const view = library.getState();
      if (row === undefined) return;
      const spot = { id: row.id, place };
      if (shiftKey && view.anchor !== null) {
        const first = Math.min(view.anchor.place, place);
        const last = Math.max(view.anchor.place, place);
        const wish = view.wishFor(spot);
        void run(async () => view.selectAll(await loadIds(client, query, { first, last }), wish));
      } else if (ctrlKey || metaKey) view.toggle(spot);
      else if (narrow && view.selected.has(row.id) && view.selected.size === 1) open(place);
      else view.selectOnly(spot);
    },
    [client, library, run, open],
  );

  return useMemo(() => ({ pick, open }), [pick, open]);
}
