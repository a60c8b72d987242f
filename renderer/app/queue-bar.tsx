import { ActionIcon, Button, Progress, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconChevronUp, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { JobProgress } from '../../core/model/job.ts';
import { useServices } from '../client/services.ts';
import { useFormats, useJobs, useQueueState } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useActivity } from '../state/stores.ts';
import type { Texts } from '../texts/en.ts';
import { useLanguage } from '../texts/language.ts';
import { QueueAnnouncer } from './queue-announcer.tsx';

/** The queue at a glance; one click opens it whole. */
export function QueueBar() {
  const { t } = useLanguage();
  const state = useQueueState().data;
  const setJobs = useActivity((activity) => activity.setJobs);
  const jobs = useActivity((activity) => activity.jobs);
  useEffect(() => {
    if (state !== undefined) setJobs(state.running);
  }, [state, setJobs]);
  const running = [...jobs.values()];
  const [first] = running;
  const waiting = state?.counts.queued ?? 0;
  const failed = state?.counts.failed ?? 0;
  const paused = state?.paused ?? false;
  const idle = first === undefined && waiting === 0;
  const title = useJobTitle(first?.mediaId ?? '');
  const standing = state === undefined ? '' : standingWords({ idle, paused, waiting }, t.queue);
  return (
    <footer className="queue-bar">
      <a className="queue-bar-open" href="#/queue">
        <IconChevronUp size={16} aria-hidden />
        <VisuallyHidden>{t.queue.open}: </VisuallyHidden>
        {first !== undefined ? (
          <Running
            progress={first}
            title={title}
            running={running.length}
            waiting={waiting}
            paused={paused}
          />
        ) : (
          <span className="queue-bar-text">
            {idle && standing !== '' && <IconCheck size={15} aria-hidden />}
            {standing}
          </span>
        )}
        {failed > 0 && <span className="tone-bad">{t.queue.failedCount(failed)}</span>}
      </a>
      <Publishing />
      <QueueAnnouncer title={title} standing={standing} />
      {(!idle || paused) && <PauseButton paused={paused} />}
    </footer>
  );
}

/** Also told here, since its dialog may be closed while it goes on. */
function Publishing() {
  const { t } = useLanguage();
  const progress = useActivity((activity) => activity.publishing);
  if (progress === null) return null;
  const { finished, total } = progress;
  return (
    <span className="queue-bar-publishing">
      {t.publish.running(Math.min(finished + 1, total), total)}
    </span>
  );
}

/** What is told while nothing is being converted. */
function standingWords(
  queue: { readonly idle: boolean; readonly paused: boolean; readonly waiting: number },
  words: Texts['queue'],
): string {
  if (queue.idle) return words.idle;
  return queue.paused ? words.pausedWaiting(queue.waiting) : words.waitingOnly(queue.waiting);
}

interface RunningProps {
  readonly progress: JobProgress;
  readonly title: string;
  readonly running: number;
  readonly waiting: number;
  readonly paused: boolean;
}

function Running({ progress, title, running, waiting, paused }: RunningProps) {
  const { t, figures } = useLanguage();
  const what = useFormatWords(progress.formatIds);
  return (
    <span className="queue-bar-text">
      <strong>{paused ? t.queue.paused : t.queue.bar(running, waiting)}</strong>
      <span className="queue-bar-title">{title}</span>
      <span className="queue-bar-what">{what === '' ? t.phase[progress.phase] : what}</span>
      <Progress
        className="queue-bar-progress"
        value={progress.fraction * 100}
        size="sm"
        aria-label={title === '' ? t.phase[progress.phase] : title}
      />
      <span className="number">{figures.percent(progress.fraction)}</span>
      {progress.speed !== null && (
        <span className="number queue-bar-what">
          {t.queue.speed(figures.speed(progress.speed))}
        </span>
      )}
      {progress.secondsLeft !== null && !paused && (
        <span className="number queue-bar-left">
          {t.queue.left(figures.roughTime(progress.secondsLeft))}
        </span>
      )}
    </span>
  );
}

function useJobTitle(mediaId: string): string {
  const rows = useJobs({ statuses: ['running'] }).data?.rows ?? [];
  return rows.find((row) => row.mediaId === mediaId)?.mediaTitle ?? '';
}

/** "H.264 720p and 2 more". */
export function useFormatWords(formatIds: readonly string[]): string {
  const { t } = useLanguage();
  const formats = useFormats().data ?? [];
  const [first, ...rest] = formatIds;
  if (first === undefined) return '';
  const name = formats.find(({ id }) => id === first)?.name ?? first;
  return rest.length === 0 ? name : t.queue.and(name, rest.length);
}

export interface PauseButtonProps {
  readonly paused: boolean;
  /** Where there is room for the word. */
  readonly worded?: boolean;
}

export function PauseButton({ paused, worded = false }: PauseButtonProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const label = paused ? t.queue.resume : t.queue.pause;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  const press = () => run(() => (paused ? client.jobs.resume({}) : client.jobs.pause({})));
  if (worded) {
    return (
      <Button size="xs" variant="default" leftSection={<Icon size={14} />} onClick={press}>
        {label}
      </Button>
    );
  }
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={press}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
