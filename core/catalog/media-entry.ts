import type { Job } from '../model/job.ts';
import type { Media } from '../model/media.ts';
import type { MediaKind } from '../model/scalars.ts';
import { foldText, titleKey } from './fold-text.ts';
import { mediaStatus } from './media-status.ts';
import type { MediaStatus } from './query.ts';

/** A media as the index knows it at one moment; a change makes a new entry and this one is no longer live. */
export interface MediaEntry {
  readonly media: Media;
  readonly job: Job | undefined;
  readonly status: MediaStatus;
  /** Copied out of the media, so that a search through all entries touches nothing else. */
  readonly kind: MediaKind;
  readonly watchFolderId: string | null;
  live: boolean;
  /** Its place among all entries, in the order of their making; see `createSlots`. */
  slot: number;
  /** Folded once and only when a search or a sort asks for it. */
  foldedText: string | null;
  foldedTitle: string | null;
}

export function createEntry(media: Media, job: Job | undefined, before?: MediaEntry): MediaEntry {
  const status = mediaStatus(media, job);
  const sameTitle = before?.media.title === media.title;
  const sameText = sameTitle && before !== undefined && saysTheSame(before.media, media);
  return {
    media,
    job,
    status,
    kind: media.kind,
    watchFolderId: media.master.watchFolderId,
    live: true,
    slot: -1,
    foldedText: sameText ? before.foldedText : null,
    foldedTitle: sameTitle ? (before?.foldedTitle ?? null) : null,
  };
}

function saysTheSame(a: Media, b: Media): boolean {
  return a.slug === b.slug && a.description === b.description && a.master.path === b.master.path;
}

/** What is searched: title, slug, description and the master's file name, each on a line. */
export function searchText(entry: MediaEntry): string {
  if (entry.foldedText === null) {
    const { title, slug, description, master } = entry.media;
    const fileName = master.path.slice(
      Math.max(...['/', '\\'].map((s) => master.path.lastIndexOf(s))) + 1,
    );
    entry.foldedText = foldText([title, slug, description, fileName].join('\n'));
  }
  return entry.foldedText;
}

export function sortTitle(entry: MediaEntry): string {
  entry.foldedTitle ??= titleKey(entry.media.title);
  return entry.foldedTitle;
}
