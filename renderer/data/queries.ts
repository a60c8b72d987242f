import { useMemo, useRef } from 'react';
import type { JobStatus } from '../../core/model/job.ts';
import type { Answer, Client } from '../client/create-client.ts';
import type { QueryState } from '../client/query-store.ts';
import { type Query, useQuery } from '../client/use-query.ts';
import { useSteadyQuery } from '../client/use-steady-query.ts';
import { useLanguage } from '../texts/language.ts';
import type { LocalNames } from '../texts/local-names.ts';

/** What views ask the engine for, with what the engine names in the language of the interface. Tags name the collections and records whose change makes an answer old. */

export function useSettings() {
  return useQuery({
    key: 'settings',
    tags: ['settings'],
    load: (client) => client.system.settings(),
  });
}

export function useInfo() {
  return useQuery({ key: 'info', tags: [], load: (client) => client.system.info() });
}

export function useDoctor() {
  return useQuery({
    key: 'doctor',
    tags: ['settings'],
    load: (client) => client.system.doctor(),
  });
}

/** Counts over the whole library, for the sidebar. */
export function useLibraryCounts() {
  return useQuery({
    key: 'counts',
    tags: ['media', 'jobs', 'refusals'],
    load: async (client) => (await client.media.list({ limit: 1 })).counts,
  });
}

export function useMedia(mediaId: string) {
  const answer = useQuery({
    key: `media/${mediaId}`,
    tags: [`media/${mediaId}`, 'jobs'],
    load: (client) => client.media.get({ id: mediaId }),
  });
  return useLocal(answer, (media, names) => names.media(media));
}

export function usePlan(mediaId: string) {
  const answer = useQuery({
    key: `plan/${mediaId}`,
    tags: [`media/${mediaId}`, 'settings', 'formats', 'formatSets', 'devices'],
    load: (client) => client.media.plan({ id: mediaId }),
  });
  return useLocal(answer, (plan, names) => names.plan(plan));
}

export function useFormats() {
  const answer = useQuery({
    key: 'formats',
    tags: ['formats', 'settings'],
    load: (client) => client.formats.list(),
  });
  return useLocal(answer, (formats, names) => formats.map(names.format));
}

export function useFormatSets() {
  const answer = useQuery({
    key: 'formatSets',
    tags: ['formatSets'],
    load: (client) => client.formatSets.list(),
  });
  return useLocal(answer, (sets, names) => sets.map(names.formatSet));
}

export function useDevices() {
  const answer = useQuery({
    key: 'devices',
    tags: ['devices', 'settings'],
    load: (client) => client.devices.list(),
  });
  return useLocal(answer, (devices, names) => devices.map(names.device));
}

export function useQueueState() {
  return useQuery({
    key: 'queue',
    tags: ['jobs', 'settings'],
    load: (client) => client.jobs.state(),
  });
}

export interface JobsWishes {
  readonly statuses?: readonly JobStatus[];
  readonly mediaId?: string;
  /** May be more than the engine tells at once. */
  readonly limit?: number;
}

export function useJobs(wishes: JobsWishes) {
  return useQuery(jobsQuery(wishes));
}

/** When more are wished for, those that are known already stay meanwhile. */
export function useGrowingJobs(wishes: JobsWishes) {
  return useSteadyQuery(jobsQuery(wishes));
}

function jobsQuery(wishes: JobsWishes): Query<JobPage> {
  return {
    key: `jobs/${JSON.stringify(wishes)}`,
    tags: ['jobs'],
    load: (client) => listJobs(client, wishes),
  };
}

type JobPage = Answer<Client['jobs']['list']>;

async function listJobs(
  client: Client,
  { limit = PAGE_SIZE, ...filter }: JobsWishes,
): Promise<JobPage> {
  const rows = new Map<string, JobPage['rows'][number]>();
  for (let offset = 0; ; offset += PAGE_SIZE) {
    const page = { offset, limit: Math.min(limit - offset, PAGE_SIZE) };
    const told = await client.jobs.list({ ...filter, ...page });
    // one that moved on between two pages is in both
    for (const row of told.rows) rows.set(row.id, row);
    const end = offset + PAGE_SIZE;
    if (end >= limit || end >= told.total) return { rows: [...rows.values()], total: told.total };
  }
}

/** Of jobs, as many as the engine tells at once. */
const PAGE_SIZE = 500;

export function useJobLog(jobId: string) {
  return useQuery({
    key: `log/${jobId}`,
    tags: [`jobs/${jobId}`],
    load: (client) => client.jobs.log({ id: jobId }),
  });
}

export function usePublishTargets() {
  return useQuery({
    key: 'publishTargets',
    tags: ['publishTargets', 'publications'],
    load: (client) => client.publish.targets(),
  });
}

export function usePublications(filter: { readonly targetId?: string; readonly mediaId?: string }) {
  return useQuery({
    key: `publications/${JSON.stringify(filter)}`,
    tags: ['publications'],
    load: (client) => client.publish.publications(filter),
  });
}

export function useWatchFolders() {
  return useQuery({
    key: 'watchFolders',
    tags: ['watchFolders', 'media'],
    load: (client) => client.import.watchFolders(),
  });
}

export function useRefusals() {
  return useQuery({
    key: 'refusals',
    tags: ['refusals'],
    load: (client) => client.import.refusals(),
  });
}

/** The same object as long as answer and language stay, so that nothing is drawn again for it. */
function useLocal<T>(
  answer: QueryState<T>,
  translate: (data: T, names: LocalNames) => T,
): QueryState<T> {
  const { names } = useLanguage();
  const latest = useRef(translate);
  latest.current = translate;
  return useMemo(
    () =>
      answer.data === undefined ? answer : { ...answer, data: latest.current(answer.data, names) },
    [answer, names],
  );
}
