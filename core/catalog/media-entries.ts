import type { Job } from '../model/job.ts';
import type { Media } from '../model/media.ts';
import type { CatalogEffect } from './apply-change.ts';
import { createEntry, type MediaEntry } from './media-entry.ts';
import { latestJob } from './media-status.ts';
import type { ReadonlyCatalogTables } from './tables.ts';

/** The current entry of every media, kept in step with the media and their jobs. */
export interface MediaEntries {
  all(): Iterable<MediaEntry>;
  follow(effect: CatalogEffect): void;
}

/** Either is missing when a media comes or goes. */
export type EntryChange = (before: MediaEntry | undefined, after: MediaEntry | undefined) => void;

export function createMediaEntries(
  tables: ReadonlyCatalogTables,
  onChange: EntryChange,
): MediaEntries {
  const entries = new Map<string, MediaEntry>();
  const jobs = new Map<string, readonly Job[]>();

  function setMedia(id: string, media: Media | undefined) {
    const before = entries.get(id);
    const after = media && createEntry(media, latestJob(jobs.get(id) ?? []), before);
    replace(id, before, after);
  }

  function replace(id: string, before: MediaEntry | undefined, after: MediaEntry | undefined) {
    if (before !== undefined) before.live = false;
    if (after === undefined) entries.delete(id);
    else entries.set(id, after);
    onChange(before, after);
  }

  function setJob(mediaId: string, jobId: string, job: Job | undefined) {
    const others = (jobs.get(mediaId) ?? []).filter((one) => one.id !== jobId);
    const now = job === undefined ? others : [...others, job];
    if (now.length === 0) jobs.delete(mediaId);
    else jobs.set(mediaId, now);
    const before = entries.get(mediaId);
    const latest = latestJob(now);
    if (before === undefined || before.job === latest) return;
    replace(mediaId, before, createEntry(before.media, latest, before));
  }

  for (const job of tables.jobs.values()) setJob(job.mediaId, job.id, job);
  for (const media of tables.media.values()) setMedia(media.id, media);
  return {
    all: () => entries.values(),
    follow(effect) {
      if (effect.collection === 'media') setMedia(effect.id, effect.after);
      if (effect.collection !== 'jobs') return;
      const { id, before, after } = effect;
      if (before !== undefined && before.mediaId !== after?.mediaId) {
        setJob(before.mediaId, id, undefined);
      }
      if (after !== undefined) setJob(after.mediaId, id, after);
    },
  };
}
