import { Button } from '@mantine/core';
import {
  IconChevronRight,
  IconCopy,
  IconPointer,
  IconRefresh,
  IconWorldUpload,
} from '@tabler/icons-react';
import { useMediaActions } from '../data/media-actions.tsx';
import { useMediaWithPlan } from '../data/use-media-with-plan.ts';
import { DeviceSentence } from '../media/device-sentence.tsx';
import { LazyPlayer } from '../media/lazy-player.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { JobLine } from '../queue/job-line.tsx';
import { buildHash } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { SelectedList } from './selected-list.tsx';

/** The selected media at a glance, beside the list. */
export function Inspector() {
  const { t } = useLanguage();
  const selected = useLibraryView((view) => view.selected);
  const [only] = selected;
  return (
    <aside className="inspector" aria-label={t.inspector.label}>
      {only === undefined && (
        <EmptyState icon={<IconPointer size={32} stroke={1.3} />} title={t.inspector.nothing} />
      )}
      {only !== undefined && selected.size === 1 && <One mediaId={only} />}
      {selected.size > 1 && <Many ids={[...selected]} />}
    </aside>
  );
}

function One({ mediaId }: { readonly mediaId: string }) {
  const { t, figures } = useLanguage();
  const { shown, failure } = useMediaWithPlan(mediaId);
  const { copyEmbed, publish, convert } = useMediaActions();
  if (failure !== null) return <FailureNote failure={failure} />;
  if (shown === null) return <Busy>{t.app.loading}</Busy>;
  const { media, plan } = shown;
  const ready = media.renditions.length > 0;
  const idle = media.status !== 'converting' && media.status !== 'queued';
  return (
    <div className="inspector-one">
      <LazyPlayer key={media.id} media={media} compact playId="inspector-play" />
      <h2 className="inspector-title">{media.title}</h2>
      <div className="inspector-facts">
        <StatusMark status={media.status} />
        <span className="number">{figures.duration(media.info.durationSeconds)}</span>
        {media.info.video && (
          <span className="number">
            {media.info.video.width} × {media.info.video.height}
          </span>
        )}
        <span className="number">{figures.bytes(media.info.sizeBytes)}</span>
      </div>
      {media.problem !== null && <FailureNote failure={media.problem} />}
      <JobLine mediaId={media.id} />
      {plan && <DeviceSentence plan={plan} media={media} />}
      <div className="inspector-facts">
        {ready ? t.inspector.renditions(media.renditions.length) : t.inspector.noRenditions}
      </div>
      <div className="inspector-actions">
        {ready && (
          <Button leftSection={<IconCopy size={16} />} onClick={() => copyEmbed(media.id)}>
            {t.inspector.copyEmbed}
          </Button>
        )}
        {media.status !== 'ready' && idle && (
          <Button
            variant={ready ? 'default' : 'filled'}
            leftSection={<IconRefresh size={16} />}
            onClick={() => convert([media.id])}
          >
            {t.inspector.convertRest}
          </Button>
        )}
        {ready && (
          <Button
            variant="default"
            leftSection={<IconWorldUpload size={16} />}
            onClick={() => publish([media.id])}
          >
            {t.inspector.publish}
          </Button>
        )}
        <Button
          component="a"
          href={buildHash({ view: 'media', mediaId: media.id })}
          variant="subtle"
          rightSection={<IconChevronRight size={16} />}
        >
          {t.inspector.open}
        </Button>
      </div>
    </div>
  );
}

function Many({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLanguage();
  return (
    <div className="inspector-one">
      <h2 className="inspector-title">{t.inspector.manyTitle(ids.length)}</h2>
      <SelectedList ids={ids} />
    </div>
  );
}
