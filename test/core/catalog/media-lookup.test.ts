import { describe, expect, it } from 'vitest';
import { createMediaLookup } from '../../../core/catalog/media-lookup.ts';
import type { Media } from '../../../core/model/media.ts';
import { hashOf, sampleMedia } from './sample-media.ts';

const SHARED = hashOf(77);

function holding(number: number, sha256 = SHARED): Media {
  const media = sampleMedia(number);
  return { ...media, master: { ...media.master, sha256 } };
}

describe('the lookup of media', () => {
  const [a, b, c] = [holding(1), holding(2), holding(3)];

  it.each([
    { gone: [a], found: [b, c] },
    { gone: [c], found: [a, b] },
    { gone: [b, c], found: [a] },
    { gone: [c, a], found: [b] },
    { gone: [a, b, c], found: [] },
  ])('finds by shared content whoever still holds it', ({ gone, found }) => {
    const lookup = createMediaLookup([a, b, c]);
    for (const media of gone) lookup.follow(media, undefined);
    const holder = lookup.bySha256(SHARED);
    if (found.length === 0) expect(holder).toBeUndefined();
    else expect(found).toContain(holder);
  });

  it('gives the newest record of each holder', () => {
    const lookup = createMediaLookup([a, b]);
    const renamed = { ...a, title: 'Renamed' };
    lookup.follow(a, renamed);
    lookup.follow(b, undefined);
    expect(lookup.bySha256(SHARED)).toBe(renamed);
  });

  it('lets a media take other content and come back to the shared one', () => {
    const lookup = createMediaLookup([a, b]);
    const other = holding(2, hashOf(78));
    lookup.follow(b, other);
    expect(lookup.bySha256(SHARED)).toBe(a);
    expect(lookup.bySha256(hashOf(78))).toBe(other);
    lookup.follow(other, b);
    lookup.follow(a, undefined);
    expect(lookup.bySha256(SHARED)).toBe(b);
    expect(lookup.bySha256(hashOf(78))).toBeUndefined();
  });

  it('follows paths and addresses that change hands, whichever comes first', () => {
    const taking = { ...b, slug: a.slug, master: { ...b.master, path: a.master.path } };
    const lookup = createMediaLookup([a, b]);
    lookup.follow(b, taking);
    lookup.follow(a, undefined);
    expect(lookup.bySlug(a.slug)).toBe(taking);
    expect(lookup.byPath(a.master.path)).toBe(taking);
    expect(lookup.bySlug(b.slug)).toBeUndefined();
  });
});
