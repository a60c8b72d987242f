import { memo } from 'react';
import { useLanguage } from '../texts/language.ts';
import { CoverageWords } from './coverage-words.tsx';
import { type MediaItemProps, useMediaItem } from './media-item.ts';
import { Poster } from './poster.tsx';

/** One media as a line of figures. */
export const MediaLine = memo(function MediaLine(props: MediaItemProps) {
  const { row } = props;
  const { t, figures } = useLanguage();
  const item = useMediaItem(props);
  if (row === undefined) return <div className="line line-skeleton" aria-hidden />;
  return (
    <div {...item} className="line">
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
