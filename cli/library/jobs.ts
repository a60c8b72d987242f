import type { Answer, Client } from '../client.ts';

export type JobRow = Answer<Client['jobs']['list']>['rows'][number];
type Query = Omit<Parameters<Client['jobs']['list']>[0], 'offset' | 'limit'>;

const WINDOW = 500;
const ACTIVE = ['queued', 'running'] as const;

export async function* allJobs(client: Client, query: Query): AsyncGenerator<JobRow> {
  for (let offset = 0; ; offset += WINDOW) {
    const { rows, total } = await client.jobs.list({ ...query, offset, limit: WINDOW });
    yield* rows;
    if (rows.length === 0 || offset + rows.length >= total) return;
  }
}

/** Jobs of these media that are queued or running; null: of all media. */
export async function activeJobs(
  client: Client,
  mediaIds: ReadonlySet<string> | null,
): Promise<readonly JobRow[]> {
  const found: JobRow[] = [];
  for await (const job of allJobs(client, { statuses: ACTIVE })) {
    if (mediaIds === null || mediaIds.has(job.mediaId)) found.push(job);
  }
  return found;
}

/** The rows of these jobs; those that the queue no longer lists are left out. */
export async function findJobs(
  client: Client,
  jobIds: ReadonlySet<string>,
): Promise<Map<string, JobRow>> {
  const found = new Map<string, JobRow>();
  if (jobIds.size === 0) return found;
  for await (const job of allJobs(client, {})) {
    if (jobIds.has(job.id)) found.set(job.id, job);
    if (found.size === jobIds.size) break;
  }
  return found;
}

export function isFinished({ status }: JobRow): boolean {
  return status !== 'queued' && status !== 'running';
}
