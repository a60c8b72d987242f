import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextJob, threadsPerJob } from '../../../core/queue/next-job.ts';
import { compareJobs, lastPosition, moveJob } from '../../../core/queue/positions.ts';
import { sampleJob } from '../catalog/sample-media.ts';

const waiting = [1, 2, 3, 4].map((number) => sampleJob(number));

function orderAfter(jobs: typeof waiting, id: string, beforeId: string | null): readonly string[] {
  const moves = moveJob(jobs, id, beforeId);
  return jobs
    .map((job) => ({ ...job, position: moves.get(job.id) ?? job.position }))
    .toSorted(compareJobs)
    .map((job) => job.id);
}

describe('the order of jobs', () => {
  it.each([
    ['j4', 'j1', ['j4', 'j1', 'j2', 'j3']],
    ['j1', 'j4', ['j2', 'j3', 'j1', 'j4']],
    ['j2', null, ['j1', 'j3', 'j4', 'j2']],
    ['j3', 'j3', ['j1', 'j2', 'j3', 'j4']],
    ['j3', 'gone', ['j1', 'j2', 'j4', 'j3']],
  ] as const)('puts %s before %s', (id, beforeId, order) => {
    expect(orderAfter(waiting, id, beforeId)).toEqual(order);
  });

  it('moves one job with one change, as long as numbers lie between', () => {
    expect(moveJob(waiting, 'j4', 'j2').size).toBe(1);
    const close = [1, 1 + Number.EPSILON, 2].map((position, n) => sampleJob(n, { position }));
    expect(moveJob(close, 'j2', 'j1').size).toBe(3);
    expect(orderAfter(close, 'j2', 'j1')).toEqual(['j0', 'j2', 'j1']);
  });

  it('holds after any number of moves', () => {
    const move = fc.tuple(fc.nat(5), fc.option(fc.nat(5)));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        let jobs = Array.from({ length: 6 }, (_, number) => sampleJob(number));
        let order = jobs.map(({ id }) => id);
        for (const [from, before] of moves) {
          const id = `j${from}`;
          const beforeId = before === null ? null : `j${before}`;
          const changes = moveJob(jobs, id, beforeId);
          jobs = jobs.map((job) => ({ ...job, position: changes.get(job.id) ?? job.position }));
          if (beforeId !== id) {
            const others = order.filter((other) => other !== id);
            const place = beforeId === null ? others.length : others.indexOf(beforeId);
            order = others.toSpliced(place, 0, id);
          }
          expect(jobs.toSorted(compareJobs).map((job) => job.id)).toEqual(order);
        }
      }),
    );
  });

  it('ends at the last position, which is 0 for an empty queue', () => {
    expect(lastPosition(waiting)).toBe(4);
    expect(lastPosition([])).toBe(0);
  });
});

describe('the next job', () => {
  it('is the first that waits and whose media is free', () => {
    const jobs = [
      sampleJob(1, { status: 'running', mediaId: 'a' }),
      sampleJob(2, { mediaId: 'a' }),
      sampleJob(4, { mediaId: 'b' }),
      sampleJob(3, { mediaId: 'c' }),
    ];
    expect(nextJob(jobs, new Set(['a']))?.id).toBe('j3');
    expect(nextJob(jobs, new Set())?.id).toBe('j2');
    expect(nextJob(jobs, new Set(['a', 'b', 'c']))).toBeUndefined();
  });

  it('gets its share of the threads, and never none', () => {
    expect([threadsPerJob(8, 1), threadsPerJob(8, 3), threadsPerJob(2, 5)]).toEqual([8, 2, 1]);
  });
});
