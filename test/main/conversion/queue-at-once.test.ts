import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleJob, sampleMedia } from '../../core/catalog/sample-media.ts';
import { startTestEngine, type TestEngine } from '../../helpers/engine.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startTestEngine({ started: false });
});
afterAll(() => engine[Symbol.asyncDispose]());

/** A media that has no job yet, or a failed one. */
async function newMedia(number: number, { failed = false } = {}) {
  const media = sampleMedia(number);
  const job = sampleJob(number, { status: 'failed' });
  await engine.catalog.commit([
    { type: 'put', collection: 'media', record: media },
    ...(failed ? [{ type: 'put', collection: 'jobs', record: job } as const] : []),
  ]);
  return { mediaIds: [media.id], jobId: job.id };
}

function waitingJobsOf(mediaId: string | undefined): number {
  const jobs = [...engine.catalog.all('jobs').values()];
  return jobs.filter((job) => job.mediaId === mediaId && job.status === 'queued').length;
}

const ANEW = { formatIds: ['h264-480p'], force: true };

test('two who ask at once give a media one job, and the second is told so', async () => {
  const { mediaIds } = await newMedia(1);
  const answers = await Promise.all([
    engine.queue.enqueue({ ...ANEW, mediaIds }),
    engine.queue.enqueue({ ...ANEW, mediaIds }),
  ]);
  expect(answers.map(({ jobIds }) => jobIds.length)).toEqual([1, 0]);
  expect(answers[1]?.skipped).toMatchObject([{ mediaId: mediaIds[0], code: 'in-queue' }]);
  expect(waitingJobsOf(mediaIds[0])).toBe(1);
});

test('retrying and queuing a media at once give it one job', async () => {
  const { mediaIds, jobId } = await newMedia(2, { failed: true });
  const [retried, queued] = await Promise.all([
    engine.queue.retry([jobId]),
    engine.queue.enqueue({ ...ANEW, mediaIds }),
  ]);
  expect(retried).toEqual([jobId]);
  expect(queued.skipped).toMatchObject([{ code: 'in-queue' }]);
  expect(waitingJobsOf(mediaIds[0])).toBe(1);
});

test('many finished jobs are cleared a few at a time, and those that wait stay', async () => {
  const numbers = Array.from({ length: 250 }, (_, index) => 1000 + index);
  const waiting = sampleJob(5000);
  const changes = numbers.map((number) => sampleJob(number, { status: 'done' }));
  await engine.catalog.commit(
    [...changes, waiting].map((record) => ({ type: 'put', collection: 'jobs', record }) as const),
  );
  const removed: number[] = [];
  const unsubscribe = engine.catalog.subscribe(({ touched }) => void removed.push(touched.length));
  expect(await engine.queue.clearFinished()).toBe(numbers.length);
  unsubscribe();
  expect(Math.max(...removed)).toBeLessThan(numbers.length);
  const left = [...engine.catalog.all('jobs').values()];
  expect(left.every(({ status }) => status === 'queued')).toBe(true);
  expect(left.map(({ id }) => id)).toContain(waiting.id);
});
