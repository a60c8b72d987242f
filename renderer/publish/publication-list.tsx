import { Anchor, Button } from '@mantine/core';
import { IconExternalLink, IconMoodEmpty } from '@tabler/icons-react';
import { useServices } from '../client/services.ts';
import { usePublications } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { buildHash } from '../state/route.ts';
import { useLanguage } from '../texts/language.ts';

export interface PublicationListProps {
  readonly targetId: string;
  readonly baseUrl: string;
}

export function PublicationList({ targetId, baseUrl }: PublicationListProps) {
  const { t, figures } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const rows = (usePublications({ targetId }).data ?? []).filter(
    (one) => one.targetId === targetId,
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconMoodEmpty size={36} stroke={1.3} />}
        title={t.publish.nothing}
        hint={t.publish.nothingHint}
      />
    );
  }
  const takeOut = (mediaId: string) =>
    run(
      () => client.publish.unpublish({ targetId, mediaIds: [mediaId] }),
      () => t.publish.unpublished,
    );
  return (
    <section>
      <h2 className="section-title">
        {t.publish.what} <span className="view-count">{figures.number(rows.length)}</span>
      </h2>
      <ul className="jobs">
        {rows.map(({ id, mediaId, slug, publishedAtMs }) => (
          <li key={id} className="job">
            <div className="job-head">
              <Anchor className="job-title" href={buildHash({ view: 'media', mediaId })}>
                {slug}
              </Anchor>
              <span className="hint">{t.publish.at(figures.dateTime(publishedAtMs))}</span>
              {baseUrl !== '' && (
                <Button
                  component="a"
                  href={`${baseUrl}/media/${slug}/embed.html`}
                  target="_blank"
                  rel="noreferrer"
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconExternalLink size={14} />}
                >
                  {t.publish.openPage}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t.publish.unpublish}: ${slug}`}
                onClick={() => takeOut(mediaId)}
              >
                {t.publish.unpublish}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
