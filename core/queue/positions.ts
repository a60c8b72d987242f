import type { Job } from '../model/job.ts';

type Placed = Pick<Job, 'id' | 'position' | 'createdAtMs'>;

/** Smaller runs first; two at one position run in the order of asking, then of their ids. */
export function compareJobs(a: Placed, b: Placed): number {
  return (
    a.position - b.position ||
    a.createdAtMs - b.createdAtMs ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

export function lastPosition(jobs: Iterable<Placed>): number {
  let last = 0;
  for (const { position } of jobs) last = Math.max(last, position);
  return last;
}

/**
 * New positions of waiting jobs so that `jobId` comes right before `beforeId`, or last with null: one job's, as
 * long as a fraction fits between its neighbours, else those of all. Empty when nothing moves.
 */
export function moveJob(
  waiting: readonly Placed[],
  jobId: string,
  beforeId: string | null,
): ReadonlyMap<string, number> {
  const moved = waiting.find((job) => job.id === jobId);
  const others = waiting.filter((job) => job.id !== jobId).toSorted(compareJobs);
  if (moved === undefined || beforeId === jobId) return new Map();
  const found = others.findIndex((job) => job.id === beforeId);
  const place = found === -1 ? others.length : found;
  const position = positionBetween(others[place - 1]?.position, others[place]?.position);
  if (position !== null) return new Map([[jobId, position]]);
  const order = [...others.slice(0, place), moved, ...others.slice(place)];
  return new Map(order.map((job, index) => [job.id, index + 1]));
}

/** null when the two are so close that no number lies between them. */
function positionBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}
