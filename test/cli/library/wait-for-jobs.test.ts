import { expect, test } from 'vitest';
import type { JobRow } from '../../../cli/library/jobs.ts';
import { waitForJobs } from '../../../cli/library/wait-for-jobs.ts';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import { sampleJob } from '../../core/catalog/sample-media.ts';
import { createFakeBoard, createFakeClient, MANY_JOBS } from '../fake-events.ts';
import { createFakeTerminal } from '../fake-terminal.ts';

function running(count: number): JobRow[] {
  return Array.from({ length: count }, (_, number) => ({
    ...sampleJob(number, { status: 'running' }),
    mediaTitle: `clip ${number}`,
    mediaKind: 'video',
    progress: null,
  }));
}

/** A queue in which all that `event` tells of has ended, but the first job was taken off the list. */
async function waitThrough(event: EngineEvent, count: number) {
  let rows = running(count);
  const ids = rows.map(({ id }) => id);
  let asked = 0;
  async function* events(): AsyncGenerator<EngineEvent> {
    rows = rows.slice(1).map((row) => ({ ...row, status: 'done' }));
    asked = 0;
    yield event;
    throw new Error('It waits for an event that never comes.');
  }
  const list = async ({ mediaId }: { readonly mediaId?: string }) => {
    asked += 1;
    const found = rows.filter((row) => mediaId === undefined || row.mediaId === mediaId);
    return { rows: found, total: found.length };
  };
  const client = createFakeClient(events, { jobs: { list } });
  const { terminal } = createFakeTerminal('/nowhere');
  const finished = await waitForJobs({ client, terminal }, ids, createFakeBoard());
  return { statuses: ids.map((id) => finished.get(id)?.status), asked };
}

test('an event that stands for more jobs than can be named ends the waiting too', async () => {
  const { statuses } = await waitThrough(MANY_JOBS, 3);
  expect(statuses).toEqual(['cancelled', 'done', 'done']);
});

test('many jobs that ended at once are asked for together', async () => {
  const count = 100;
  const touched = running(count).map(
    ({ id }) => ({ collection: 'jobs', id, change: 'put' }) as const,
  );
  const { statuses, asked } = await waitThrough({ type: 'catalog', sequence: 1, touched }, count);
  expect(statuses).toEqual(['cancelled', ...Array.from({ length: count - 1 }, () => 'done')]);
  expect(asked).toBeLessThan(5);
});
