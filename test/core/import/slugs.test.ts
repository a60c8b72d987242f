import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf, uniqueSlug } from '../../../core/import/slugs.ts';
import { slugSchema } from '../../../core/model/scalars.ts';

describe('a slug', () => {
  it.each([
    ['Über den Wolken', 'ueber-den-wolken'],
    ['Straße der Ölsardinen', 'strasse-der-oelsardinen'],
    ['U\u0308ber', 'ueber'],
    ['Crème brûlée & Łódź', 'creme-brulee-and-lodz'],
    ["It's  a -- test!", 'its-a-test'],
    ['Смотри', 'media'],
    ['😀', 'media'],
    ['', 'media'],
    ['../../etc/passwd', 'etc-passwd'],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('of %j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is valid whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        expect(slugSchema.safeParse(slugOf(title)).success).toBe(true);
      }),
    );
  });

  it('gets the lowest free number, and stays valid with it', () => {
    const taken = new Set(['clip', 'clip-2', 'clip-4', 'x'.repeat(80)]);
    expect(uniqueSlug('clip', (slug) => taken.has(slug))).toBe('clip-3');
    expect(uniqueSlug('other', (slug) => taken.has(slug))).toBe('other');
    const long = uniqueSlug('x'.repeat(80), (slug) => taken.has(slug));
    expect(long).toBe(`${'x'.repeat(78)}-2`);
    expect(slugSchema.safeParse(long).success).toBe(true);
  });
});
