import { Anchor, Button } from '@mantine/core';
import {
  IconChevronLeft,
  IconFileUnknown,
  IconRefresh,
  IconTrash,
  IconWorldUpload,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { useMediaActions } from '../data/media-actions.tsx';
import { useJobs } from '../data/queries.ts';
import { useMediaWithPlan } from '../data/use-media-with-plan.ts';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { CancelButton } from '../queue/cancel-button.tsx';
import { JobLine } from '../queue/job-line.tsx';
import { buildHash } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { goTo } from '../state/use-route.ts';
import { useLanguage } from '../texts/language.ts';
import { CoverageMatrix } from './coverage-matrix.tsx';
import { DetailsSection } from './details-section.tsx';
import { DeviceSentence } from './device-sentence.tsx';
import { EmbedSection } from './embed-section.tsx';
import { Player } from './player.tsx';
import { RenditionTable } from './rendition-table.tsx';
import { SkippedList } from './skipped-list.tsx';

/** Everything about one media on one page; the index beside it leads to its parts. */
export function MediaPage({ mediaId }: { readonly mediaId: string }) {
  const { t } = useLanguage();
  const { shown, failure } = useMediaWithPlan(mediaId);
  const { convert, publish, remove } = useMediaActions();
  const [seconds, setSeconds] = useState(0);
  const list = useLibraryView((view) => view.route);

  if (failure?.code === 'catalog/not-found') {
    return (
      <EmptyState icon={<IconFileUnknown size={40} stroke={1.3} />} title={t.media.notFound}>
        <Button component="a" href={buildHash(list)} variant="default">
          {t.app.backToLibrary}
        </Button>
      </EmptyState>
    );
  }
  if (failure !== null) return <FailureNote failure={failure} />;
  if (shown === null) return <Busy>{t.app.loading}</Busy>;
  const { media, plan, planFailure } = shown;
  const leaveAndRemove = () => {
    goTo(list);
    void remove([mediaId]);
  };
  const idle = media.status !== 'converting' && media.status !== 'queued';
  return (
    <div className="media-page">
      <div className="media-main">
        <header className="media-head">
          <Anchor className="media-back" href={buildHash(list)}>
            <IconChevronLeft size={16} aria-hidden />
            {t.app.backToLibrary}
          </Anchor>
          <h1 className="view-title">{media.title}</h1>
          <StatusMark status={media.status} />
        </header>
        <div className="media-watch">
          <Player media={media} onTime={setSeconds} />
          {media.problem !== null && <FailureNote failure={media.problem} />}
          <JobLine mediaId={mediaId} />
        </div>
        <section id="devices" className="media-section" aria-labelledby="devices-title">
          <h2 id="devices-title" className="section-title">
            {t.media.devices}
          </h2>
          {planFailure !== null && <FailureNote failure={planFailure} />}
          {plan && <DeviceSentence plan={plan} media={media} />}
          {plan && (
            <MasterSentence count={plan.coverage.filter((one) => one.master.plays).length} />
          )}
          {plan && <CoverageMatrix plan={plan} media={media} />}
        </section>
        <section id="renditions" className="media-section" aria-labelledby="renditions-title">
          <h2 id="renditions-title" className="section-title">
            {t.media.renditions}
          </h2>
          {media.renditions.length === 0 && plan && <p className="hint">{t.media.noneMade}</p>}
          {plan && <RenditionTable plan={plan} media={media} />}
          {plan && <SkippedList plan={plan} />}
        </section>
        <EmbedSection media={media} />
        <DetailsSection media={media} seconds={seconds} />
      </div>
      <nav className="media-side" aria-label={t.media.sections}>
        <ul>
          {(['devices', 'renditions', 'embed', 'details'] as const).map((id) => (
            <li key={id}>
              <button type="button" className="side-link" onClick={() => jumpTo(id)}>
                {t.media[id]}
              </button>
            </li>
          ))}
        </ul>
        <div className="media-side-actions">
          {!idle && <CancelConversion media={media} />}
          {idle && (
            <Button
              variant={media.status === 'ready' ? 'default' : 'filled'}
              leftSection={<IconRefresh size={16} />}
              onClick={() => convert([mediaId], { force: media.status === 'ready' })}
            >
              {media.status === 'ready' ? t.media.convertAgain : t.media.convert}
            </Button>
          )}
          {media.renditions.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconWorldUpload size={16} />}
              onClick={() => publish([mediaId])}
            >
              {t.inspector.publish}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} />}
            onClick={leaveAndRemove}
          >
            {t.media.remove}
          </Button>
        </div>
      </nav>
    </div>
  );
}

function MasterSentence({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  return <p className="hint">{count === 0 ? t.media.masterNone : t.media.masterAlone(count)}</p>;
}

/** Of the job that waits or runs; nothing in the moment before it is known. */
function CancelConversion({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  const job = useJobs({ mediaId: media.id, statuses: ['queued', 'running'] }).data?.rows[0];
  if (job === undefined) return null;
  return (
    <CancelButton
      jobId={job.id}
      mediaTitle={media.title}
      words={t.media.cancelConversion}
      leftSection={<IconX size={16} />}
    />
  );
}

function jumpTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('h2')?.setAttribute('tabindex', '-1');
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
