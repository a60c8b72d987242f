import { ActionIcon, Anchor, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBarToUp, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer, Client } from '../client/create-client.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { buildHash } from '../state/route.ts';
import { useLanguage } from '../texts/language.ts';
import { JobLine } from './job-line.tsx';
import { JobLog } from './job-log.tsx';

export type JobRowData = Answer<Client['jobs']['list']>['rows'][number];

export interface JobRowProps {
  readonly job: JobRowData;
  /** The job at the head of the same list, and the one before this; null for the first. */
  readonly first: string | null;
  readonly before: string | null;
}

export function JobRow({ job, first, before }: JobRowProps) {
  const { t, figures } = useLanguage();
  const [log, setLog] = useState(false);
  const seconds =
    job.startedAtMs === null || job.finishedAtMs === null
      ? null
      : (job.finishedAtMs - job.startedAtMs) / 1000;
  const words = [
    job.status === 'done' ? t.queue.renditionsMade(job.finishedFormatIds.length) : '',
    job.status === 'cancelled' ? t.jobStatus.cancelled : '',
    seconds === null ? '' : t.details.took(figures.roughTime(seconds)),
  ];
  return (
    <li className="job">
      <div className="job-head">
        <Anchor className="job-title" href={buildHash({ view: 'media', mediaId: job.mediaId })}>
          {job.mediaTitle}
        </Anchor>
        <span className="hint">{words.filter((word) => word !== '').join(' · ')}</span>
        <Group gap={4} wrap="nowrap">
          {job.status === 'queued' && <MoveButtons job={job} first={first} before={before} />}
          <JobButtons job={job} />
          {job.status !== 'queued' && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-expanded={log}
              aria-label={`${t.queue.log}: ${job.mediaTitle}`}
              onClick={() => setLog(!log)}
            >
              {t.queue.log}
            </Button>
          )}
        </Group>
      </div>
      {job.status === 'running' && <JobLine mediaId={job.mediaId} />}
      {job.error !== null && <FailureNote failure={job.error} plain />}
      {log && <JobLog jobId={job.id} />}
    </li>
  );
}

function JobButtons({ job }: { readonly job: JobRowData }) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const [ending, setEnding] = useState(false);
  const cancel = async () => {
    setEnding(true);
    await run(
      () => client.jobs.cancel({ ids: [job.id] }),
      () => t.queue.cancelled,
    );
    setEnding(false);
  };
  if (job.status === 'queued' || job.status === 'running') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t.queue.cancel}: ${job.mediaTitle}`}
        disabled={ending}
        onClick={cancel}
      >
        {ending ? t.queue.cancelling : t.queue.cancel}
      </Button>
    );
  }
  if (job.status === 'done') return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      aria-label={`${t.queue.retry}: ${job.mediaTitle}`}
      onClick={() =>
        run(
          () => client.jobs.retry({ ids: [job.id] }),
          ({ jobIds }) => t.queue.retried(jobIds.length),
        )
      }
    >
      {t.queue.retry}
    </Button>
  );
}

function MoveButtons({ job, first, before }: JobRowProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  if (before === null) return null;
  const move = (beforeId: string | null) => run(() => client.jobs.move({ id: job.id, beforeId }));
  return (
    <>
      <Tooltip label={t.queue.first}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t.queue.first}: ${job.mediaTitle}`}
          onClick={() => move(first)}
        >
          <IconArrowBarToUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.queue.up}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t.queue.up}: ${job.mediaTitle}`}
          onClick={() => move(before)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
