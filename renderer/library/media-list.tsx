import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListQuery } from '../data/list-query.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import type { LibraryRoute } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { ListHeading } from './list-heading.tsx';
import { MediaCard } from './media-card.tsx';
import { MediaLine } from './media-line.tsx';
import { NothingHere } from './nothing-here.tsx';
import { useFollowedSpots } from './use-followed-spots.ts';
import { useKeptFocus, useKeptPlace } from './use-kept-place.ts';
import { useListKeys } from './use-list-keys.ts';
import { useMediaWindow } from './use-media-window.ts';
import { useSelecting } from './use-selecting.ts';

export interface MediaListProps {
  readonly query: ListQuery;
  readonly route: LibraryRoute;
  readonly narrow: boolean;
}

const CARD_MIN_PX = 196;
/** Where there is room, pictures grow before they multiply. */
const CARD_MIN_WIDE_PX = 244;
const WIDE_PX = 1000;
const GAP_PX = 16;
/** Below the picture: title and two lines. */
const CARD_TEXT_PX = 56;
const LINE_PX = 52;
/** Until the first answer, skeletons stand for this many. */
const EXPECTED = 24;

/** The library as pictures or as lines; only what is in view is drawn and asked for. */
export function MediaList({ query, route, narrow }: MediaListProps) {
  const { t } = useLanguage();
  const mode = useLibraryView((view) => view.mode);
  const cursor = useLibraryView((view) => view.cursor?.place ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const { ref: measure, width } = useElementSize();
  const rowsRef = useMergedRef(rows, measure);
  const cardMin = width > WIDE_PX ? CARD_MIN_WIDE_PX : CARD_MIN_PX;
  const fitting = Math.max(1, Math.floor((width + GAP_PX) / (cardMin + GAP_PX)));
  const columns = mode === 'list' ? 1 : fitting;
  const cardWidth = (width - GAP_PX * (columns - 1)) / columns;
  const rowPx =
    mode === 'list' ? LINE_PX : Math.round((cardWidth * 9) / 16) + CARD_TEXT_PX + GAP_PX;
  const [range, setRange] = useState({ first: 0, last: EXPECTED });
  const { total, failure, rowAt } = useMediaWindow(query, range);
  const count = total ?? EXPECTED;

  const virtualizer = useVirtualizer({
    count: Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 2,
    paddingStart: 2,
    paddingEnd: 24,
  });
  const items = virtualizer.getVirtualItems();
  const first = (items[0]?.index ?? 0) * columns;
  const last = ((items.at(-1)?.index ?? 0) + 1) * columns - 1;
  useEffect(() => {
    setRange({ first, last: Math.max(first, last) });
  }, [first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height means measuring anew
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowPx]);
  useKeptPlace({
    route,
    query,
    scroller,
    shape: { columns, rowPx },
    heightPx: total === null || width === 0 ? null : virtualizer.getTotalSize(),
  });
  useKeptFocus(rows);
  useFollowedSpots(rowAt);

  const selecting = useSelecting({ query, rowAt, narrow });
  const onKeyDown = useListKeys({
    columns,
    total: count,
    selecting,
    show: (place) => virtualizer.scrollToIndex(Math.floor(place / columns), { align: 'auto' }),
  });

  if (failure !== null) return <FailureNote failure={failure} />;
  if (total === 0) return <NothingHere shelf={route.shelf} />;
  const Item = mode === 'list' ? MediaLine : MediaCard;
  // only what is drawn can be pointed at; until then the ring stands around the list
  const drawn = cursor !== null && width > 0 && cursor >= first && cursor <= last;
  const active = drawn && rowAt(cursor) !== undefined ? optionId(cursor) : undefined;
  return (
    <div className="media-list" ref={scroller}>
      {mode === 'list' && <ListHeading />}
      <div
        ref={rowsRef}
        className={`media-rows media-rows-${mode}`}
        style={{ height: virtualizer.getTotalSize() }}
        role="listbox"
        aria-multiselectable
        aria-label={t.library.label}
        aria-activedescendant={active}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {width > 0 &&
          items.map((item) => (
            <div
              key={item.key}
              role="presentation"
              className="media-row"
              style={{
                transform: `translateY(${item.start}px)`,
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              }}
            >
              {Array.from(
                { length: Math.min(columns, count - item.index * columns) },
                (_, column) => {
                  const place = item.index * columns + column;
                  return (
                    <Item
                      key={place}
                      id={optionId(place)}
                      place={place}
                      total={count}
                      row={rowAt(place)}
                      onPick={selecting.pick}
                      onOpen={selecting.open}
                    />
                  );
                },
              )}
            </div>
          ))}
      </div>
    </div>
  );
}

function optionId(place: number): string {
  return `media-at-${place}`;
}
