import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { useActivity } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { CoverageWords } from './coverage-words.tsx';
import { type MediaItemProps, useMediaItem } from './media-item.ts';
import { Poster } from './poster.tsx';

/** One media as a picture with what matters beneath it. */
export const MediaCard = memo(function MediaCard(props: MediaItemProps) {
  const { place, row, onPick } = props;
  const item = useMediaItem(props);
  if (row === undefined) return <CardSkeleton />;
  return (
    <div {...item} className="card">
      <div className="card-picture">
        <Poster row={row} />
        <CardProgress row={row} />
        <SelectMark place={place} onPick={onPick} />
        <DurationBadge row={row} />
      </div>
      <div className="card-title" title={row.title}>
        {row.title}
      </div>
      <CoverageWords row={row} />
    </div>
  );
});

/** For the mouse: adds to the selection without a key held. */
function SelectMark({ place, onPick }: Pick<MediaItemProps, 'place' | 'onPick'>) {
  return (
    <span
      className="card-check"
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onPick(place, { shiftKey: false, ctrlKey: true, metaKey: false });
      }}
    >
      <IconCheck size={14} stroke={3} />
    </span>
  );
}

function DurationBadge({ row }: { readonly row: MediaRow }) {
  const { figures } = useLanguage();
  return <span className="card-duration">{figures.duration(row.durationSeconds)}</span>;
}

function CardProgress({ row }: { readonly row: MediaRow }) {
  const fraction = useActivity((activity) => activity.jobs.get(row.id)?.fraction ?? null);
  if (row.status !== 'converting') return null;
  return (
    <span className="card-progress" aria-hidden>
      <span style={{ width: `${(fraction ?? 0) * 100}%` }} />
    </span>
  );
}

function CardSkeleton() {
  return (
    <div className="card card-skeleton" aria-hidden>
      <div className="card-picture" />
      <div className="card-title">&nbsp;</div>
      <div className="coverage">&nbsp;</div>
    </div>
  );
}
