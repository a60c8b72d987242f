import type { Media } from '../model/media.ts';

/** Finds media by what is unique in them besides their id. */
export interface MediaLookup {
  bySha256(sha256: string): Media | undefined;
  byPath(path: string): Media | undefined;
  bySlug(slug: string): Media | undefined;
  follow(before: Media | undefined, after: Media | undefined): void;
}

export function createMediaLookup(media: Iterable<Media> = []): MediaLookup {
  const keys = [keyed((m) => m.master.sha256), keyed((m) => m.master.path), keyed((m) => m.slug)];
  const [sha256, path, slug] = keys;
  const follow: MediaLookup['follow'] = (before, after) => {
    for (const key of keys) key.follow(before, after);
  };
  for (const one of media) follow(undefined, one);
  return {
    bySha256: (value) => sha256?.find(value),
    byPath: (value) => path?.find(value),
    bySlug: (value) => slug?.find(value),
    follow,
  };
}

function keyed(keyOf: (media: Media) => string) {
  const found = new Map<string, Media>();
  return {
    find: (key: string) => found.get(key),
    follow(before: Media | undefined, after: Media | undefined) {
      const key = before === undefined ? undefined : keyOf(before);
      // another media may have taken the key over within the same commit
      if (key !== undefined && found.get(key)?.id === before?.id) found.delete(key);
      if (after !== undefined) found.set(keyOf(after), after);
    },
  };
}
