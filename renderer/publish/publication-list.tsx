import { Anchor, Button } from '@mantine/core';
import { IconExternalLink, IconMoodEmpty } from '@tabler/icons-react';
import { useServices } from '../client/services.ts';
import { usePublications } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
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
  const { data, failure } = usePublications({ targetId });
  if (failure !== null && data === undefined) return <FailureNote failure={failure} />;
  if (data === undefined) return <Busy>{t.app.loading}</Busy>;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<IconMoodEmpty size={36} stroke={1.3} />}
        title={t.publish.nothing}
        hint={t.publish.nothingHint}
      />
    );
  }
  const takeOut = (mediaId: string, title: string) =>
    run(
      () => client.publish.unpublish({ targetId, mediaIds: [mediaId] }),
      () => t.publish.unpublished(title),
    );
  return (
    <section>
      <h2 className="section-title">
        {t.publish.what} <span className="view-count">{figures.number(data.length)}</span>
      </h2>
      <ul className="jobs">
        {data.map(({ id, mediaId, slug, title, publishedAtMs }) => (
          <li key={id} className="job">
            <div className="job-head">
              {title === null ? (
                <span className="job-title">{slug}</span>
              ) : (
                <Anchor className="job-title" href={buildHash({ view: 'media', mediaId })}>
                  {title}
                </Anchor>
              )}
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
                aria-label={`${t.publish.unpublish}: ${title ?? slug}`}
                onClick={() => takeOut(mediaId, title ?? slug)}
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
