import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { ListQuery } from '../data/list-query.ts';
import type { ListTop } from '../state/library-view.ts';
import type { LibraryRoute } from '../state/route.ts';
import { useStores } from '../state/stores.ts';

interface KeptPlace {
  readonly route: LibraryRoute;
  readonly query: ListQuery;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly shape: Shape;
  /** Of all rows; null until it is known how many there are. */
  readonly heightPx: number | null;
}

interface Shape {
  readonly columns: number;
  readonly rowPx: number;
}

/**
 * The list shows the same media when it is come back to from another view, when the window is resized and when
 * pictures become lines. Another list, order or filter starts at its top: the store forgets the place then.
 */
export function useKeptPlace({ route, query, scroller, shape, heightPx }: KeptPlace): void {
  const { library } = useStores();
  const { columns, rowPx } = shape;
  const drawn = useRef(shape);
  useLayoutEffect(() => library.getState().enter(route), [library, route]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query has another place
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current === null || heightPx === null) return;
    drawn.current = { columns, rowPx };
    const { top } = library.getState();
    const rows = top === null ? 0 : Math.floor(top.place / columns) + top.hidden;
    current.scrollTop = rows * rowPx;
  }, [library, scroller, query, columns, rowPx, heightPx]);

  const known = heightPx !== null;
  useEffect(() => {
    const { current } = scroller;
    if (current === null || !known) return;
    const note = () => library.getState().leave(topOf(current.scrollTop, drawn.current));
    current.addEventListener('scroll', note, { passive: true });
    return () => current.removeEventListener('scroll', note);
  }, [library, scroller, known]);
}

/** The list that one comes back to has the keyboard again, unless that is elsewhere by choice. */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const { library } = useStores();
  useEffect(() => {
    const { activeElement } = document;
    const lost = activeElement === document.body || activeElement?.id === 'content';
    if (lost && library.getState().cursor !== null) list.current?.focus({ preventScroll: true });
  }, [library, list]);
}

function topOf(offset: number, { columns, rowPx }: Shape): ListTop | null {
  if (offset <= 0) return null;
  const row = Math.floor(offset / rowPx);
  return { place: row * columns, hidden: offset / rowPx - row };
}
