import type { JobStatus } from '../../core/model/job.ts';
import { useQuery } from '../client/use-query.ts';

/** What views ask the engine for. Tags name the collections and records whose change makes an answer old. */

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
  return useQuery({
    key: `media/${mediaId}`,
    tags: [`media/${mediaId}`, 'jobs'],
    load: (client) => client.media.get({ id: mediaId }),
  });
}

export function usePlan(mediaId: string) {
  return useQuery({
    key: `plan/${mediaId}`,
    tags: [`media/${mediaId}`, 'settings', 'formats', 'formatSets', 'devices'],
    load: (client) => client.media.plan({ id: mediaId }),
  });
}

export function useFormats() {
  return useQuery({
    key: 'formats',
    tags: ['formats', 'settings'],
    load: (client) => client.formats.list(),
  });
}

export function useFormatSets() {
  return useQuery({
    key: 'formatSets',
    tags: ['formatSets'],
    load: (client) => client.formatSets.list(),
  });
}

export function useDevices() {
  return useQuery({
    key: 'devices',
    tags: ['devices', 'settings'],
    load: (client) => client.devices.list(),
  });
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
