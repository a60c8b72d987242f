import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { MediaRow, MediaWindow } from '../../core/catalog/query.ts';
import type { QueryState, QueryStore } from '../client/query-store.ts';
import type { Failure } from '../client/read-failure.ts';
import { useServices } from '../client/services.ts';
import type { ListQuery } from '../data/list-query.ts';

export interface MediaWindowView {
  /** null until the first answer. */
  readonly total: number | null;
  readonly failure: Failure | null;
  rowAt(place: number): MediaRow | undefined;
}

/** Rows asked for at a time. */
export const PAGE_ROWS = 100;
/** While the list flies by, nothing is asked for. */
const SETTLE_MS = 60;
const TAGS = ['media', 'jobs', 'settings', 'devices', 'formats', 'formatSets'];

/**
 * A list of any length of which only what is in view is asked for. `first` and `last` are places in
 * the list. When the query changes, the old rows stay until the new ones are here.
 */
export function useMediaWindow(
  query: ListQuery,
  range: { readonly first: number; readonly last: number },
): MediaWindowView {
  const { client, queries } = useServices();
  const [, show] = useReducer((count: number) => count + 1, 0);
  const list = JSON.stringify(query);
  const wanted = `${Math.floor(range.first / PAGE_ROWS)}-${Math.floor(range.last / PAGE_ROWS)}`;
  const [pages] = useDebouncedValue(wanted, SETTLE_MS, { leading: true });

  useEffect(() => {
    const asked: ListQuery = JSON.parse(list);
    const ends = pagesOf(pages).map((page) =>
      queries.watch(
        keyOf(list, page),
        {
          tags: TAGS,
          load: () => client.media.list({ ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
        },
        show,
      ),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [client, queries, list, pages]);

  const shown = useRef({ list, total: null as number | null });
  const states = useMemo(() => pagesOf(wanted), [wanted]).map((page) =>
    readPage(queries, keyOf(list, page)),
  );
  const answered = states.find((state) => state.data !== undefined)?.data;
  if (answered !== undefined) shown.current = { list, total: answered.total };
  else if (shown.current.list !== list && states.some((state) => state.failure !== null)) {
    shown.current = { list, total: null };
  }
  const current = shown.current;
  return {
    total: current.total,
    failure:
      answered === undefined ? (states.find((s) => s.failure !== null)?.failure ?? null) : null,
    rowAt: (place) => {
      const page = Math.floor(place / PAGE_ROWS);
      return readPage(queries, keyOf(current.list, page)).data?.rows[place % PAGE_ROWS];
    },
  };
}

function keyOf(list: string, page: number): string {
  return `window/${list}/${page}`;
}

/** The store keeps answers as unknown; this key always holds a window. */
function readPage(queries: QueryStore, key: string): QueryState<MediaWindow> {
  return queries.read(key) as QueryState<MediaWindow>;
}

function pagesOf(pages: string): readonly number[] {
  const [first = 0, last = 0] = pages.split('-').map(Number);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}
