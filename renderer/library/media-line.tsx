import { memo } from 'react';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { CoverageWords } from './coverage-words.tsx';
import type { MediaItemProps } from './media-item.ts';
import { Poster } from './poster.tsx';

/** One media as a line of figures. */
export const MediaLine = memo(function MediaLine(props: MediaItemProps) {
  const { id, place, total, row, onPick, onOpen } = props;
  const { t, figures } = useLanguage();
  const selected = useLibraryView((view) => row !== undefined && view.selected.has(row.id));
  const focused = useLibraryView((view) => view.cursor === place);
  if (row === undefined) return <div className="line line-skeleton" aria-hidden />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it handles the keys of all
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={place + 1}
      aria-setsize={total}
      className="line"
      data-cursor={focused || undefined}
      onClick={(event) => onPick(place, event)}
      onDoubleClick={() => onOpen(place)}
    >
      <span className="line-picture">
        <Poster row={row} />
      </span>
      <span className="line-title">{row.title}</span>
      <CoverageWords row={row} />
      <span className="number">{figures.duration(row.durationSeconds)}</span>
      <span className="number">
        {row.width === null || row.height === null
          ? t.library.sound
          : `${row.width} × ${row.height}`}
      </span>
      <span className="number">{figures.bytes(row.sizeBytes)}</span>
      <span className="number">{figures.date(row.createdAtMs)}</span>
    </div>
  );
});
