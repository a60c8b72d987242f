import { ActionIcon, Anchor, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBarToUp, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { Answer, Client } from '../client/create-client.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { MoveButtons } from '../parts/move-buttons.tsx';
import type { DragRow } from '../parts/use-drag-order.ts';
import { buildHash } from '../state/route.ts';
import { useLanguage } from '../texts/language.ts';
import { CancelButton } from './cancel-button.tsx';
import { JobLine } from './job-line.tsx';
import { JobLog } from './job-log.tsx';

export type JobRowData = Answer<Client['jobs']['list']>['rows'][number];

export interface JobRowProps {
  readonly job: JobRowData;
  /** Where it can be moved; null when its place means nothing any more. */
  readonly order: JobOrder | null;
}

export interface JobOrder {
  readonly at: number;
  readonly count: number;
  readonly row: DragRow;
  readonly onMove: (from: number, to: number) => void;
}

export function JobRow({ job, order }: JobRowProps) {
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
    <li className="job" {...order?.row}>
      <div className="job-head">
        {order !== null && <IconGripVertical className="job-grip" size={16} aria-hidden />}
        <Anchor className="job-title" href={buildHash({ view: 'media', mediaId: job.mediaId })}>
          {job.mediaTitle}
        </Anchor>
        <span className="hint">{words.filter((word) => word !== '').join(' · ')}</span>
        <Group gap={4} wrap="nowrap">
          {order !== null && <OrderButtons job={job} order={order} />}
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
  if (job.status === 'queued' || job.status === 'running') {
    return <CancelButton jobId={job.id} mediaTitle={job.mediaTitle} size="compact-sm" />;
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

interface OrderButtonsProps {
  readonly job: JobRowData;
  readonly order: JobOrder;
}

function OrderButtons({ job, order }: OrderButtonsProps) {
  const { t } = useLanguage();
  const { at, count, onMove } = order;
  return (
    <>
      <Tooltip label={t.queue.first}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t.queue.first}: ${job.mediaTitle}`}
          disabled={at === 0}
          onClick={() => onMove(at, 0)}
        >
          <IconArrowBarToUp size={16} />
        </ActionIcon>
      </Tooltip>
      <MoveButtons name={job.mediaTitle} at={at} count={count} onMove={onMove} />
    </>
  );
}
