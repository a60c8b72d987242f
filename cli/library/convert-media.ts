import type { Skipped } from '../../core/contract/jobs.ts';
import type { ProgressBoard } from '../progress/progress-board.ts';
import type { Session } from '../session.ts';
import { activeJobs, type JobRow } from './jobs.ts';
import { waitForJobs } from './wait-for-jobs.ts';

export interface ConversionWishes {
  readonly mediaIds: readonly string[];
  readonly formatIds: readonly string[] | null;
  readonly formatSetIds: readonly string[] | null;
  readonly force: boolean;
}

export interface ConversionOutcome {
  /** The last finished job of each media that had one. */
  readonly jobs: ReadonlyMap<string, JobRow>;
  /** Media of which no job came, and why. */
  readonly skipped: readonly Skipped[];
}

/** Queues what is outstanding and waits for it, and for jobs of these media that were queued before. */
export async function convertAndWait(
  session: Session,
  wishes: ConversionWishes,
  board: ProgressBoard,
): Promise<ConversionOutcome> {
  const { client } = session;
  if (wishes.mediaIds.length === 0) return { jobs: new Map(), skipped: [] };
  await session.startQueue();
  const { jobIds, skipped } = await client.jobs.enqueue({
    ...wishes,
    mediaIds: [...wishes.mediaIds],
  });
  const others = await activeJobs(client, new Set(skipped.map(({ mediaId }) => mediaId)));
  const ids = new Set([...jobIds, ...others.map(({ id }) => id)]);
  const jobs = await waitForJobs(session, [...ids], board);
  return {
    jobs: new Map([...jobs.values()].map((job) => [job.mediaId, job])),
    skipped,
  };
}
