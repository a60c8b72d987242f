import { Anchor } from '@mantine/core';
import { usePublications, usePublishTargets } from '../data/queries.ts';
import { buildHash } from '../state/route.ts';
import { useLanguage } from '../texts/language.ts';

/** Where a media is published, and since when. */
export function PublishedList({ mediaId }: { readonly mediaId: string }) {
  const { t, figures } = useLanguage();
  const publications = usePublications({ mediaId }).data;
  const targets = usePublishTargets().data ?? [];
  if (publications === undefined) return null;
  if (publications.length === 0) return <p className="hint">{t.details.notPublished}</p>;
  return (
    <ul className="plain-list">
      {publications.map(({ id, targetId, publishedAtMs }) => (
        <li key={id}>
          <Anchor href={buildHash({ view: 'publish', targetId })}>
            {targets.find((target) => target.id === targetId)?.name ?? targetId}
          </Anchor>{' '}
          <span className="hint">{t.publish.at(figures.dateTime(publishedAtMs))}</span>
        </li>
      ))}
    </ul>
  );
}
