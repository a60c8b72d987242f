import { useCallback } from 'react';
import { useServices } from '../client/services.ts';
import { useStores } from '../state/stores.ts';
import { buildListQuery } from './list-query.ts';
import { loadIds } from './load-ids.ts';
import { useAction } from './use-action.tsx';

/** Selects every media of the list that is shown, as it is filtered now, also what was never scrolled to. */
export function useSelectAll(): () => void {
  const { client } = useServices();
  const { library } = useStores();
  const run = useAction();
  return useCallback(() => {
    const view = library.getState();
    const query = buildListQuery({ ...view, ...view.route });
    const wish = view.wishFor(null);
    const places = { first: 0, last: Number.POSITIVE_INFINITY };
    void run(async () => view.selectAll(await loadIds(client, query, places), wish));
  }, [client, library, run]);
}
