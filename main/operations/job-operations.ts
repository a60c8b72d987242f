import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JobLog, jobLogSchema } from '../../core/contract/jobs.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { settingsOf } from '../planner.ts';
import type { Implementer } from './implementer.ts';
import { createJobLists } from './list-jobs.ts';
import type { OperationNeeds } from './needs.ts';
import { rememberSets } from './remember-sets.ts';
import { requireFormats } from './require-formats.ts';
import { requireRecord } from './require-record.ts';

export function jobOperations({ jobs }: Implementer, needs: OperationNeeds) {
  const { catalog, queue } = needs;
  const lists = createJobLists(needs);
  return {
    state: jobs.state.handler(() => lists.state(settingsOf(catalog).queuePaused)),
    list: jobs.list.handler(({ input }) => lists.list(input)),
    enqueue: jobs.enqueue.handler(async ({ input }) => {
      const { mediaIds, formatIds, formatSetIds, force } = input;
      if (formatIds !== null) requireFormats(formatIds, catalog);
      for (const id of mediaIds) requireRecord(catalog, 'media', id);
      if (formatSetIds !== null) await rememberSets(mediaIds, formatSetIds, needs);
      return queue.enqueue({ mediaIds, formatIds, force });
    }),
    cancel: jobs.cancel.handler(async ({ input }) => ({
      cancelled: await queue.cancel(input.ids),
    })),
    cancelWaiting: jobs.cancelWaiting.handler(async () => ({
      jobIds: await queue.cancelWaiting(),
    })),
    retry: jobs.retry.handler(async ({ input }) => ({ jobIds: await queue.retry(input.ids) })),
    retryFailed: jobs.retryFailed.handler(async () => ({ jobIds: await queue.retryFailed() })),
    move: jobs.move.handler(async ({ input }) => {
      requireRecord(catalog, 'jobs', input.id);
      await queue.move(input.id, input.beforeId);
      return {};
    }),
    pause: jobs.pause.handler(async () => {
      await queue.pause();
      return {};
    }),
    resume: jobs.resume.handler(async () => {
      await queue.resume();
      return {};
    }),
    clearFinished: jobs.clearFinished.handler(async () => ({
      removed: await queue.clearFinished(),
    })),
    log: jobs.log.handler(({ input }) => {
      const { id } = requireRecord(catalog, 'jobs', input.id);
      return readJobLog(join(needs.paths.logs, `${id}.json`));
    }),
  };
}

/** A job that never ran has no log yet. */
async function readJobLog(path: string): Promise<JobLog> {
  try {
    return jobLogSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return { runs: [] };
    throw error;
  }
}
