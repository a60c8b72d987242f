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

/** Several may hold one key: a changed master can become what another is already. The last that took it is found. */
function keyed(keyOf: (media: Media) => string) {
  const holders = new Map<string, Holders>();
  const keep = (key: string, left: Holders | undefined) => {
    if (left === undefined) holders.delete(key);
    else holders.set(key, left);
  };
  return {
    find(key: string): Media | undefined {
      const held = holders.get(key);
      return isOne(held) ? held : held?.at(-1);
    },
    follow(before: Media | undefined, after: Media | undefined) {
      const from = before === undefined ? undefined : keyOf(before);
      const to = after === undefined ? undefined : keyOf(after);
      if (before !== undefined && from !== undefined && from !== to) {
        keep(from, without(holders.get(from), before.id));
      }
      if (after !== undefined && to !== undefined) keep(to, withOne(holders.get(to), after));
    },
  };
}

/** Nearly every key has a single holder, and there are three for each media: no list for those. */
type Holders = Media | readonly Media[];

function isOne(held: Holders | undefined): held is Media | undefined {
  return held === undefined || 'id' in held;
}

function withOne(held: Holders | undefined, media: Media): Holders {
  if (isOne(held)) return held === undefined || held.id === media.id ? media : [held, media];
  const at = held.findIndex(({ id }) => id === media.id);
  return at === -1 ? [...held, media] : held.with(at, media);
}

function without(held: Holders | undefined, id: string): Holders | undefined {
  if (isOne(held)) return held?.id === id ? undefined : held;
  const left = held.filter((media) => media.id !== id);
  return left.length === 1 ? left[0] : left;
}
