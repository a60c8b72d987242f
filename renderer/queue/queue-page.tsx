import { Button, Group } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import type { JobStatus } from '../../core/model/job.ts';
import { PauseButton } from '../app/queue-bar.tsx';
import { useServices } from '../client/services.ts';
import { useDoctor, useJobs, useQueueState } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';
import { JobGroup, WaitingGroup } from './job-groups.tsx';

const FINISHED: readonly JobStatus[] = ['done', 'cancelled'];
/** As many as the engine tells at once: all that wait can be put into another order. */
const MOST_WAITING = 500;

/** All conversions: what runs, what waits, what failed, what is done. */
export function QueuePage() {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const { data: state, failure } = useQueueState();
  const jobs = useGroupedJobs();
  const doctor = useDoctor().data;
  const counts = state?.counts;
  const empty = counts !== undefined && Object.values(counts).every((count) => count === 0);
  const finished = (counts?.done ?? 0) + (counts?.cancelled ?? 0) + (counts?.failed ?? 0);
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
          <JobGroup title={t.queue.running} rows={jobs.running} count={counts.running} />
          <WaitingGroup title={t.queue.waiting} rows={jobs.waiting} count={counts.queued} />
          <JobGroup title={t.queue.failed} rows={jobs.failed} count={counts.failed} />
          <JobGroup
            title={t.queue.done}
            rows={jobs.finished}
            count={counts.done + counts.cancelled}
          />
        </>
      )}
      {doctor && (
        <p className="hint">{t.queue.limits(doctor.parallelJobs, doctor.encoderThreads)}</p>
      )}
    </div>
  );
}

/** The jobs by what becomes of them; null until all are known, so that no group is pushed down by another. */
function useGroupedJobs() {
  const running = useJobs({ statuses: ['running'] }).data?.rows;
  const waiting = useJobs({ statuses: ['queued'], limit: MOST_WAITING }).data?.rows;
  const failed = useJobs({ statuses: ['failed'] }).data?.rows;
  const finished = useJobs({ statuses: FINISHED }).data?.rows;
  return running && waiting && failed && finished ? { running, waiting, failed, finished } : null;
}
