import { Anchor } from '@mantine/core';
import { useMedia } from '../data/queries.ts';
import { StatusMark } from '../parts/status-mark.tsx';
import { buildHash } from '../state/route.ts';
import { useLanguage } from '../texts/language.ts';

/** The most that are named; the rest is counted. */
const MOST_NAMED = 12;

/** What is selected, since a filter may hide it in the list. */
export function SelectedList({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLanguage();
  const more = ids.length - MOST_NAMED;
  return (
    <ul className="selected-list">
      {ids.slice(0, MOST_NAMED).map((id) => (
        <Selected key={id} mediaId={id} />
      ))}
      {more > 0 && <li className="hint">{t.inspector.andMore(more)}</li>}
    </ul>
  );
}

function Selected({ mediaId }: { readonly mediaId: string }) {
  const media = useMedia(mediaId).data;
  // its line stands already, so that nothing moves when the title comes
  if (media === undefined) return <li className="selected" aria-hidden />;
  return (
    <li className="selected">
      <Anchor className="selected-title" href={buildHash({ view: 'media', mediaId })}>
        {media.title}
      </Anchor>
      <StatusMark status={media.status} />
    </li>
  );
}
