import { useMemo, useRef } from 'react';
import type { JobStatus } from '../../core/model/job.ts';
import type { QueryState } from '../client/query-store.ts';
import { useQuery } from '../client/use-query.ts';
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

export function useJobs(filter: {
  readonly statuses?: readonly JobStatus[];
  readonly mediaId?: string;
  readonly limit?: number;
}) {
  return useQuery({
    key: `jobs/${JSON.stringify(filter)}`,
    tags: ['jobs'],
    load: (client) => client.jobs.list(filter),
  });
}

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
