import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useDragOrder } from '../parts/use-drag-order.ts';
import { useLanguage } from '../texts/language.ts';
import { JobRow, type JobRowData } from './job-row.tsx';
import { useWaitingOrder } from './use-waiting-order.ts';

export interface GroupProps {
  readonly title: string;
  /** The first of them. */
  readonly rows: readonly JobRowData[];
  /** Of all. */
  readonly count: number;
}

export function JobGroup({ title, rows, count }: GroupProps) {
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
export function WaitingGroup({ title, rows: told, count }: GroupProps) {
  const { t } = useLanguage();
  const { rows, move: moveRow } = useWaitingOrder(told);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    moveRow(from, to);
    setSaid(t.formats.movedTo(rows[from]?.mediaTitle ?? '', to + 1, count));
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
