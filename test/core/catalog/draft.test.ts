import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { createDraft } from '../../../core/catalog/draft.ts';
import { initialTables } from '../../../core/catalog/tables.ts';
import type { Media } from '../../../core/model/media.ts';
import { sampleJob, sampleMedia } from './sample-media.ts';

function put(record: Media): CatalogChange {
  return { type: 'put', collection: 'media', record };
}

function draftOver(...media: readonly Media[]) {
  const tables = initialTables();
  for (const one of media) tables.media.set(one.id, one);
  return createDraft({
    tables,
    mediaIdBySlug: (slug) => media.find((one) => one.slug === slug)?.id,
  });
}

describe('staging changes', () => {
  it('refuses what does not fit the schema, and names the field', () => {
    const bad = { ...sampleMedia(1), info: { ...sampleMedia(1).info, durationSeconds: -1 } };
    expect(() => draftOver().stage([put(bad)])).toThrow(
      expect.objectContaining({
        code: 'catalog/invalid-change',
        details: expect.objectContaining({
          collection: 'media',
          id: bad.id,
          problems: [expect.objectContaining({ field: 'info.durationSeconds' })],
        }),
      }),
    );
  });

  it.each([
    ['no object', 7],
    ['an unknown type', { type: 'drop', collection: 'media', id: 'x' }],
    ['an unknown collection', { type: 'remove', collection: 'constructor', id: 'x' }],
    ['a required field taken away', patchOf({ title: undefined })],
    ['a field of the wrong type', patchOf({ title: 3 })],
    ['an id with a slash', put({ ...sampleMedia(3), id: 'a/b' })],
  ])('refuses %s', (_what, change) => {
    expect(() => draftOver(sampleMedia(1)).stage([change])).toThrow(
      expect.objectContaining({ code: 'catalog/invalid-change' }),
    );
  });

  it('refuses to patch what is not there', () => {
    expect(() => draftOver().stage([patchOf({ title: 'x' })])).toThrow(
      expect.objectContaining({ code: 'catalog/not-found' }),
    );
  });

  it('never lets a patch change the id, and keeps only known fields that it names', () => {
    const { changes, effects } = draftOver(sampleMedia(1)).stage([
      patchOf({ title: 'New', id: 'other', nonsense: 1 }),
    ]);
    expect(changes).toEqual([patchOf({ title: 'New' })]);
    expect(effects[0]?.after).toEqual({ ...sampleMedia(1), title: 'New' });
  });

  it('takes none of the changes when one of them is refused', () => {
    const draft = draftOver();
    expect(() => draft.stage([put(sampleMedia(1)), patchOf({ title: '' })])).toThrow();
    expect(() => draft.stage([patchOf({ title: 'x' })])).toThrow(
      expect.objectContaining({ code: 'catalog/not-found' }),
    );
  });

  it('lets later changes build on earlier ones that are not written yet', () => {
    const draft = draftOver();
    draft.stage([put(sampleMedia(1)), { type: 'put', collection: 'jobs', record: sampleJob(1) }]);
    const { effects } = draft.stage([patchOf({ title: 'New' })]);
    expect(effects[0]?.after).toMatchObject({ title: 'New', slug: 'clip-1' });
  });
});

describe('slugs', () => {
  const [one, two] = [sampleMedia(1), sampleMedia(2)];

  it('refuse a media whose slug another one has', () => {
    const taken = put({ ...two, slug: one.slug });
    expect(() => draftOver(one).stage([taken])).toThrow(
      expect.objectContaining({
        code: 'catalog/conflict',
        details: expect.objectContaining({ slug: one.slug, mediaId: two.id, ownerId: one.id }),
      }),
    );
  });

  it('are also unique among changes that wait together', () => {
    const draft = draftOver();
    draft.stage([put(one)]);
    expect(() => draft.stage([put({ ...two, slug: one.slug })])).toThrow(
      expect.objectContaining({ code: 'catalog/conflict' }),
    );
  });

  it('are free again when their media lets go of them or goes', () => {
    const draft = draftOver(one);
    draft.stage([patchOf({ slug: 'elsewhere' })]);
    draft.stage([put({ ...two, slug: one.slug })]);
    draft.stage([{ type: 'remove', collection: 'media', id: two.id }]);
    expect(draft.stage([patchOf({ slug: one.slug })]).effects).toHaveLength(1);
  });

  it('may be exchanged within one commit', () => {
    const swap = [patchOf({ slug: two.slug }), put({ ...two, slug: one.slug })];
    expect(draftOver(one, two).stage(swap).effects).toHaveLength(2);
  });
});

/** Typed loosely, since changes come from outside too. */
function patchOf(fields: Record<string, unknown>) {
  return { type: 'patch', collection: 'media', id: sampleMedia(1).id, fields };
}
