import fc from 'fast-check';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { sampleJob, sampleMedia, sampleRenditions } from './sample-media.ts';

export const SEED = 20_260_101;

const number = fc.nat({ max: 7 });
const mediaId = number.map((n) => sampleMedia(n).id);
const title = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });

const patchedFields = fc.oneof(
  title.map((text) => ({ title: text })),
  fc.string({ maxLength: 30, unit: 'binary' }).map((description) => ({ description })),
  number.map((n) => ({ slug: `clip-${n}` })),
  fc.constantFrom('present' as const, 'missing' as const).map((status) => ({
    master: { ...sampleMedia(1).master, status },
  })),
  fc.nat({ max: 3 }).map((count) => ({
    renditions: sampleRenditions('m1', sampleMedia(1).master.sha256, count),
  })),
);

/** Changes over eight media and their jobs; some contradict each other, and these must be refused. */
export const change: fc.Arbitrary<CatalogChange> = fc.oneof(
  fc.record({ n: number, title }).map(
    ({ n, title: text }): CatalogChange => ({
      type: 'put',
      collection: 'media',
      record: sampleMedia(n, { title: text, kind: n % 3 === 0 ? 'audio' : 'video' }),
    }),
  ),
  fc.record({ id: mediaId, fields: patchedFields }).map(
    ({ id, fields }): CatalogChange => ({
      type: 'patch',
      collection: 'media',
      id,
      fields,
    }),
  ),
  mediaId.map((id): CatalogChange => ({ type: 'remove', collection: 'media', id })),
  fc
    .record({
      job: fc.nat({ max: 9 }),
      media: mediaId,
      status: fc.constantFrom('queued', 'running', 'done', 'failed', 'cancelled'),
    })
    .map(
      ({ job, media, status }): CatalogChange => ({
        type: 'put',
        collection: 'jobs',
        record: sampleJob(job, { mediaId: media, status }),
      }),
    ),
  fc.nat({ max: 9 }).map(
    (job): CatalogChange => ({
      type: 'remove',
      collection: 'jobs',
      id: sampleJob(job).id,
    }),
  ),
);

/** What is committed at once. */
export const commits = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), {
  maxLength: 40,
  size: 'max',
});
