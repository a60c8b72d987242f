import type { EngineEvent } from '../../core/model/engine-event.ts';
import { type CatalogEvent, listenUntil, TOO_MANY } from '../events.ts';
import type { ProgressBoard } from '../progress/progress-board.ts';
import type { Session } from '../session.ts';
import { findJobs, isFinished, type JobRow } from './jobs.ts';

type Waiting = Pick<Session, 'client' | 'terminal'>;

/** Up to so many jobs are asked for one by one; beyond that reading the list is quicker. */
const FEW = 8;

/**
 * Resolves with the finished jobs by id when none of them is queued or running any more.
 * Ctrl-C cancels those that are left, waits until their processes are gone, and throws `Interrupted`.
 */
export async function waitForJobs(
  session: Waiting,
  jobIds: readonly string[],
  board: ProgressBoard,
): Promise<ReadonlyMap<string, JobRow>> {
  const { client, terminal } = session;
  const pending = new Map<string, JobRow>();
  const finished = new Map<string, JobRow>();

  function settle(job: JobRow): void {
    pending.delete(job.id);
    finished.set(job.id, job);
    board.jobEnded(job.id);
    board.step('Converting', finished.size, jobIds.length);
  }

  async function look(): Promise<boolean> {
    board.step('Converting', 0, jobIds.length);
    for (const job of (await findJobs(client, new Set(jobIds))).values()) {
      if (isFinished(job)) settle(job);
      else pending.set(job.id, job);
    }
    return pending.size === 0;
  }

  async function follow(event: EngineEvent): Promise<boolean> {
    if (event.type === 'job-progress') {
      const job = pending.get(event.progress.jobId);
      if (job !== undefined) board.job(job.mediaTitle, event.progress);
    }
    if (event.type === 'catalog') await checkTouched(event);
    return pending.size === 0;
  }

  async function checkTouched({ touched }: CatalogEvent): Promise<void> {
    const ids = touched.flatMap(({ collection, id }) => (collection === 'jobs' ? [id] : []));
    const isAny = ids.includes(TOO_MANY);
    const jobs = isAny ? [...pending.values()] : ids.flatMap((id) => pending.get(id) ?? []);
    const wanted = new Set(jobs.length > FEW ? jobs.map(({ id }) => id) : []);
    const listed = await findJobs(client, wanted);
    for (const job of jobs) {
      // a list read window by window can miss a job that begins to run meanwhile
      const now = listed.get(job.id) ?? (await jobNow(client, job));
      if (now === null) settle({ ...job, status: 'cancelled' });
      else if (isFinished(now)) settle(now);
    }
  }

  try {
    if (jobIds.length > 0) await listenUntil(session, follow, look);
  } catch (error) {
    const ids = [...pending.keys()];
    if (terminal.signal.aborted && ids.length > 0) await client.jobs.cancel({ ids });
    throw error;
  }
  return finished;
}

/** null: taken off the list meanwhile. */
async function jobNow(client: Session['client'], { id, mediaId }: JobRow): Promise<JobRow | null> {
  const { rows } = await client.jobs.list({ mediaId, limit: 500 });
  return rows.find((row) => row.id === id) ?? null;
}
