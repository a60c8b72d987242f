import { Button, Group } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import type { JobStatus } from '../../core/model/job.ts';
import { PauseButton } from '../app/queue-bar.tsx';
import { useServices } from '../client/services.ts';
import { useDoctor, useGrowingJobs, useQueueState } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useCancelWaiting } from '../data/use-cancel-waiting.ts';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';
import { JobGroup, WaitingGroup } from './job-groups.tsx';

const FINISHED: readonly JobStatus[] = ['done', 'cancelled'];
type GroupName = 'running' | 'waiting' | 'failed' | 'finished';
/** So many of each group are shown at first, and more at each wish for more. */
const STEP = 100;

/** All conversions: what runs, what waits, what failed, what is done. */
export function QueuePage() {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const { data: state, failure } = useQueueState();
  const [shown, setShown] = useState<Shown>(FIRST_SHOWN);
  const jobs = useGroupedJobs(shown);
  const cancelWaiting = useCancelWaiting();
  const doctor = useDoctor().data;
  const counts = state?.counts;
  const empty = counts !== undefined && Object.values(counts).every((count) => count === 0);
  const finished = (counts?.done ?? 0) + (counts?.cancelled ?? 0) + (counts?.failed ?? 0);
  const rowsOf = (group: GroupName, count: number) => ({
    rows: jobs?.[group] ?? [],
    count,
    shown: shown[group],
    onMore: () => setShown({ ...shown, [group]: shown[group] + STEP }),
    step: STEP,
  });
  return (
    <div className="page">
      <header className="view-head">
        <h1 className="view-title">{t.queue.title}</h1>
        <Group gap={8}>
          {state && !empty && <PauseButton paused={state.paused} worded />}
          {(counts?.failed ?? 0) > 0 && (
            <Button
              size="xs"
              onClick={() =>
                run(
                  () => client.jobs.retryFailed({}),
                  ({ jobIds }) => t.queue.retried(jobIds.length),
                )
              }
            >
              {t.queue.retryAll}
            </Button>
          )}
          {finished > 0 && (
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                run(
                  () => client.jobs.clearFinished({}),
                  ({ removed }) => t.queue.cleared(removed),
                )
              }
            >
              {t.queue.clear}
            </Button>
          )}
        </Group>
      </header>
      {state?.paused && (
        <p className="note tone-warn" role="status">
          {t.queue.pausedWaiting(state.counts.queued)}
        </p>
      )}
      {failure !== null && state === undefined && <FailureNote failure={failure} />}
      {failure === null && (state === undefined || (!empty && jobs === null)) && (
        <Busy>{t.app.loading}</Busy>
      )}
      {empty && (
        <EmptyState
          icon={<IconListDetails size={40} stroke={1.3} />}
          title={t.queue.empty}
          hint={t.queue.emptyHint}
        />
      )}
      {counts !== undefined && !empty && jobs !== null && (
        <>
          <JobGroup title={t.queue.running} {...rowsOf('running', counts.running)} />
          <WaitingGroup
            title={t.queue.waiting}
            {...rowsOf('waiting', counts.queued)}
            onCancelAll={cancelWaiting}
          />
          <JobGroup title={t.queue.failed} {...rowsOf('failed', counts.failed)} />
          <JobGroup title={t.queue.done} {...rowsOf('finished', counts.done + counts.cancelled)} />
        </>
      )}
      {doctor && (
        <p className="hint">{t.queue.limits(doctor.parallelJobs, doctor.encoderThreads)}</p>
      )}
    </div>
  );
}

type Shown = Readonly<Record<GroupName, number>>;

const FIRST_SHOWN: Shown = { running: STEP, waiting: STEP, failed: STEP, finished: STEP };

/** The jobs by what becomes of them; null until all are known, so that no group is pushed down by another. */
function useGroupedJobs(shown: Shown) {
  const running = useGrowingJobs({ statuses: ['running'], limit: shown.running }).data?.rows;
  // one more than is shown: what is moved to the end of these must know what it comes before
  const waiting = useGrowingJobs({ statuses: ['queued'], limit: shown.waiting + 1 }).data?.rows;
  const failed = useGrowingJobs({ statuses: ['failed'], limit: shown.failed }).data?.rows;
  const finished = useGrowingJobs({ statuses: FINISHED, limit: shown.finished }).data?.rows;
  return running && waiting && failed && finished ? { running, waiting, failed, finished } : null;
}
