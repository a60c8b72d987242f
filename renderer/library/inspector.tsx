import { Button, Group, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronRight,
  IconCopy,
  IconPointer,
  IconRefresh,
  IconWorldUpload,
} from '@tabler/icons-react';
import { useMediaActions } from '../data/media-actions.tsx';
import { useMedia, usePlan } from '../data/queries.ts';
import { DeviceSentence } from '../media/device-sentence.tsx';
import { LazyPlayer } from '../media/lazy-player.tsx';
import { Busy } from '../parts/busy.tsx';
import { ConvertItems } from '../parts/convert-items.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { StatusMark } from '../parts/status-mark.tsx';
import { JobLine } from '../queue/job-line.tsx';
import { buildHash } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

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
      {only !== undefined && selected.size === 1 && <One key={only} mediaId={only} />}
      {selected.size > 1 && <Many ids={[...selected]} />}
    </aside>
  );
}

function One({ mediaId }: { readonly mediaId: string }) {
  const { t, figures } = useLanguage();
  const { data: media, failure } = useMedia(mediaId);
  const plan = usePlan(mediaId).data;
  const { copyEmbed, publish, convert } = useMediaActions();
  if (failure !== null && media === undefined) return <FailureNote failure={failure} />;
  if (media === undefined) return <Busy>{t.app.loading}</Busy>;
  const ready = media.renditions.length > 0;
  const idle = media.status !== 'converting' && media.status !== 'queued';
  return (
    <div className="inspector-one">
      <LazyPlayer media={media} compact playId="inspector-play" />
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
      <JobLine mediaId={mediaId} />
      {plan && <DeviceSentence plan={plan} media={media} />}
      <div className="inspector-facts">
        {ready ? t.inspector.renditions(media.renditions.length) : t.inspector.noRenditions}
      </div>
      <div className="inspector-actions">
        {ready && (
          <Button leftSection={<IconCopy size={16} />} onClick={() => copyEmbed(mediaId)}>
            {t.inspector.copyEmbed}
          </Button>
        )}
        {media.status !== 'ready' && idle && (
          <Button
            variant={ready ? 'default' : 'filled'}
            leftSection={<IconRefresh size={16} />}
            onClick={() => convert([mediaId])}
          >
            {t.inspector.convertRest}
          </Button>
        )}
        {ready && (
          <Button
            variant="default"
            leftSection={<IconWorldUpload size={16} />}
            onClick={() => publish([mediaId])}
          >
            {t.inspector.publish}
          </Button>
        )}
        <Button
          component="a"
          href={buildHash({ view: 'media', mediaId })}
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
  const { publish } = useMediaActions();
  return (
    <div className="inspector-one">
      <h2 className="inspector-title">{t.inspector.manyTitle(ids.length)}</h2>
      <Group>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={14} />}>{t.inspector.convert}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <ConvertItems ids={ids} />
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" onClick={() => publish(ids)}>
          {t.inspector.publish}
        </Button>
      </Group>
    </div>
  );
}
