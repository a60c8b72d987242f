import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job, JobStatus } from '../../../core/model/job.ts';
import { createJobOrder, type JobConditions } from '../../../core/queue/job-order.ts';
import { compareJobs } from '../../../core/queue/positions.ts';

const STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
const FINISHED: readonly JobStatus[] = ['done', 'failed', 'cancelled'];

function job(number: number, changes: Partial<Job> = {}): Job {
  const status = changes.status ?? 'done';
  return {
    id: `job-${number}`,
    mediaId: `media-${number % 4}`,
    status,
    formatIds: null,
    force: false,
    position: number % 5,
    attempts: 0,
    error: null,
    finishedFormatIds: [],
    createdAtMs: number % 3,
    startedAtMs: null,
    finishedAtMs: FINISHED.includes(status) ? number % 7 : null,
    ...changes,
  };
}

/** The plain way: look at all of them, each time. */
function search(jobs: Iterable<Job>, { statuses, mediaId }: JobConditions): readonly string[] {
  const group = ({ status }: Job) => ['running', 'queued'].indexOf(status) + 1 || 3;
  return [...jobs]
    .filter((one) => statuses?.includes(one.status) ?? true)
    .filter((one) => mediaId === undefined || one.mediaId === mediaId)
    .toSorted(
      (a, b) =>
        group(a) - group(b) ||
        (group(a) === 3 ? (b.finishedAtMs ?? 0) - (a.finishedAtMs ?? 0) : 0) ||
        compareJobs(a, b),
    )
    .map(({ id }) => id);
}

const change = fc.record({
  number: fc.nat(25),
  status: fc.option(fc.constantFrom(...STATUSES)),
  position: fc.nat(9),
});
const conditions: fc.Arbitrary<JobConditions> = fc.record({
  statuses: fc.option(fc.subarray([...STATUSES]), { nil: undefined }),
  mediaId: fc.option(fc.constantFrom('media-0', 'media-1', 'gone'), { nil: undefined }),
});

describe('the order of jobs', () => {
  it('is that of a plain search through all of them, whatever changes in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ change, conditions, offset: fc.nat(8), limit: fc.nat(8) })),
        (steps) => {
          const jobs = new Map([1, 2, 3].map((number) => [job(number).id, job(number)]));
          const order = createJobOrder(jobs.values());
          for (const { change: one, conditions: wanted, offset, limit } of steps) {
            const { number, status, position } = one;
            const after = status === null ? undefined : job(number, { status, position });
            if (after === undefined) jobs.delete(`job-${number}`);
            else jobs.set(after.id, after);
            order.follow(`job-${number}`, after);
            const found = order.window(wanted, { offset, limit });
            const expected = search(jobs.values(), wanted);
            expect(found.total).toBe(expected.length);
            expect(found.jobs.map(({ id }) => id)).toEqual(expected.slice(offset, offset + limit));
            const counted = STATUSES.map((name) => search(jobs.values(), { statuses: [name] }));
            expect(STATUSES.map((name) => order.counts()[name])).toEqual(
              counted.map(({ length }) => length),
            );
          }
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it('is answered and kept without a look at all of them', () => {
    let looks = 0;
    const counting = (one: Job) =>
      new Proxy(one, {
        get(target, field) {
          looks += 1;
          return Reflect.get(target, field);
        },
      });
    const order = createJobOrder(Array.from({ length: 5_000 }, (_, n) => counting(job(n))));
    looks = 0;
    order.window({}, { offset: 2_000, limit: 100 });
    order.window({ statuses: ['done'] }, { offset: 0, limit: 100 });
    order.follow('job-17', counting(job(17, { status: 'running' })));
    order.window({}, { offset: 0, limit: 100 });
    expect(looks).toBeLessThan(1_000);
  });
});
