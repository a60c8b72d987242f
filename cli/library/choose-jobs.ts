import { AppError } from '../../core/errors/app-error.ts';
import type { Client } from '../client.ts';
import { allJobs, type JobRow } from './jobs.ts';
import { resolveMedia } from './resolve-media.ts';

/** Jobs by their own ids, or by the id or slug of their media. @throws AppError catalog/not-found */
export async function chooseJobs(
  client: Client,
  keys: readonly string[],
  statuses: readonly JobRow['status'][],
): Promise<readonly string[]> {
  const jobs = await Array.fromAsync(allJobs(client, { statuses }));
  const ids = new Set<string>();
  for (const key of keys) {
    const own = jobs.filter((job) => job.id === key);
    const chosen = own.length > 0 ? own : await jobsOfMedia(client, key, jobs);
    if (chosen.length === 0) {
      throw new AppError(
        'catalog/not-found',
        `“${key}” has no job that is ${statuses.join(' or ')}.`,
      );
    }
    for (const { id } of chosen) ids.add(id);
  }
  return [...ids];
}

async function jobsOfMedia(
  client: Client,
  key: string,
  jobs: readonly JobRow[],
): Promise<readonly JobRow[]> {
  const { id } = await resolveMedia(client, key);
  return jobs.filter((job) => job.mediaId === id);
}
