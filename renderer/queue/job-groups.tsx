import { Button, Group, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useDragOrder } from '../parts/use-drag-order.ts';
import { useLanguage } from '../texts/language.ts';
import { JobRow, type JobRowData } from './job-row.tsx';
import { useWaitingOrder } from './use-waiting-order.ts';

export interface GroupProps {
  readonly title: string;
  /** The first of them; may be more than are to be shown. */
  readonly rows: readonly JobRowData[];
  /** Of all. */
  readonly count: number;
  /** So many are to be shown. */
  readonly shown: number;
  /** So many more are shown on `onMore`. */
  readonly step: number;
  readonly onMore: () => void;
}

export function JobGroup(props: GroupProps) {
  const { rows, count, shown } = props;
  if (count === 0) return null;
  return (
    <GroupFrame {...props}>
      {rows.slice(0, shown).map((job) => (
        <JobRow key={job.id} job={job} order={null} />
      ))}
    </GroupFrame>
  );
}

export interface WaitingGroupProps extends GroupProps {
  readonly onCancelAll: () => void;
}

/** Jobs whose order is a person's to choose. */
export function WaitingGroup({ onCancelAll, ...props }: WaitingGroupProps) {
  const { rows: told, count, shown } = props;
  const { t } = useLanguage();
  const { rows, move: moveRow } = useWaitingOrder(told);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    moveRow(from, to);
    setSaid(t.formats.movedTo(rows[from]?.mediaTitle ?? '', to + 1, count));
  };
  const rowOf = useDragOrder(
    rows.map(({ id }) => id),
    move,
  );
  if (count === 0) return null;
  const seen = rows.slice(0, shown);
  return (
    <GroupFrame
      {...props}
      said={said}
      action={
        count > 1 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancelAll}>
            {t.queue.cancelAll}
          </Button>
        )
      }
    >
      {seen.map((job, at) => (
        <JobRow
          key={job.id}
          job={job}
          order={{ at, count: seen.length, row: rowOf(job.id), onMove: move }}
        />
      ))}
    </GroupFrame>
  );
}

interface FrameProps extends GroupProps {
  /** For those who do not see the rows move. */
  readonly said?: string;
  /** What can be done with all of them. */
  readonly action?: React.ReactNode;
  readonly children: React.ReactNode;
}

function GroupFrame({ title, count, shown, step, onMore, said, action, children }: FrameProps) {
  const { t, figures } = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);
  // the button may be gone by then, and the focus must not go with it
  useEffect(() => {
    const row = firstNew.current === null ? null : list.current?.children[firstNew.current];
    if (!row) return;
    firstNew.current = null;
    row.querySelector('a')?.focus();
  });
  const showMore = () => {
    firstNew.current = shown;
    onMore();
  };
  return (
    <section className="queue-group" aria-label={title}>
      <div className="entries-head">
        <h2 className="section-title">
          {title} <span className="view-count">{figures.number(count)}</span>
        </h2>
        {action}
      </div>
      <ul className="jobs" ref={list}>
        {children}
      </ul>
      {count > shown && (
        <Group className="jobs-more" gap={12}>
          <span className="hint">
            {t.queue.shownOf(figures.number(shown), figures.number(count))}
          </span>
          <Button size="compact-sm" variant="default" onClick={showMore}>
            {t.queue.showMore(Math.min(step, count - shown))}
          </Button>
        </Group>
      )}
      {said !== undefined && <VisuallyHidden role="status">{said}</VisuallyHidden>}
    </section>
  );
}
