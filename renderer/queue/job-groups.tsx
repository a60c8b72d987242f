import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { JobStatus } from '../../core/model/job.ts';
import { useServices } from '../client/services.ts';
import { useJobs } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { followerAfterMove } from '../parts/move-item.ts';
import { useDragOrder } from '../parts/use-drag-order.ts';
import { useLanguage } from '../texts/language.ts';
import { JobRow } from './job-row.tsx';

/** As many as the engine tells at once. */
const MOST_ROWS = 500;

export interface GroupProps {
  readonly title: string;
  readonly statuses: readonly JobStatus[];
  readonly count: number;
}

export function JobGroup({ title, statuses, count }: GroupProps) {
  const rows = useJobs({ statuses }).data?.rows ?? [];
  if (count === 0) return null;
  return (
    <GroupFrame title={title} count={count}>
      {rows.map((job) => (
        <JobRow key={job.id} job={job} order={null} />
      ))}
    </GroupFrame>
  );
}

/** Jobs whose order is a person's to choose. */
export function WaitingGroup({ title, count }: Omit<GroupProps, 'statuses'>) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const rows = useJobs({ statuses: ['queued'], limit: MOST_ROWS }).data?.rows ?? [];
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    const job = rows[from];
    if (job === undefined) return;
    const beforeId = followerAfterMove(
      rows.map(({ id }) => id),
      from,
      to,
    );
    void run(() => client.jobs.move({ id: job.id, beforeId }));
    setSaid(t.formats.movedTo(job.mediaTitle, to + 1, count));
  };
  const rowAt = useDragOrder(move);
  if (count === 0) return null;
  return (
    <GroupFrame title={title} count={count} said={said}>
      {rows.map((job, at) => (
        <JobRow
          key={job.id}
          job={job}
          order={{ at, count: rows.length, row: rowAt(at), onMove: move }}
        />
      ))}
    </GroupFrame>
  );
}

interface FrameProps {
  readonly title: string;
  readonly count: number;
  /** For those who do not see the rows move. */
  readonly said?: string;
  readonly children: React.ReactNode;
}

function GroupFrame({ title, count, said, children }: FrameProps) {
  const { figures } = useLanguage();
  return (
    <section className="queue-group" aria-label={title}>
      <h2 className="section-title">
        {title} <span className="view-count">{figures.number(count)}</span>
      </h2>
      <ul className="jobs">{children}</ul>
      {said !== undefined && <VisuallyHidden role="status">{said}</VisuallyHidden>}
    </section>
  );
}
