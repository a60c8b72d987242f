import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { foldWords } from '../../../core/catalog/fold-text.ts';
import { createMediaIndex } from '../../../core/catalog/media-index.ts';
import { latestJob, mediaStatus } from '../../../core/catalog/media-status.ts';
import {
  MEDIA_SORTS,
  type MediaQuery,
  mediaQuerySchema,
  mediaRowSchema,
} from '../../../core/catalog/query.ts';
import { type CatalogTables, initialTables } from '../../../core/catalog/tables.ts';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import type { Media } from '../../../core/model/media.ts';
import { applyChange } from './apply-change.ts';
import { change, SEED } from './generated-changes.ts';
import { sampleJob, sampleMedia } from './sample-media.ts';

const query = (changes: Partial<MediaQuery> = {}): MediaQuery => mediaQuerySchema.parse(changes);

const anyQuery = fc.record(
  {
    kind: fc.constantFrom('video' as const, 'audio' as const),
    statuses: fc.subarray(['new', 'queued', 'converting', 'failed', 'missing'] as const),
    text: fc.constantFrom('', 'clip', 'CLIP_3.mp4', 'apfel', 'Übung  5', 'series day', 'e', 'zzz'),
    sort: fc.constantFrom(...MEDIA_SORTS),
    order: fc.constantFrom('ascending' as const, 'descending' as const),
    offset: fc.nat({ max: 6 }),
    limit: fc.integer({ min: 1, max: 6 }),
  },
  { requiredKeys: [] },
);

const RANKS = ['failed', 'missing', 'converting', 'queued', 'outdated', 'new', 'ready'];

/** The same answer, found the slow and plain way. */
function askNaively(tables: CatalogTables, asked: MediaQuery) {
  const statusOf = (media: Media) =>
    mediaStatus(media, latestJob([...tables.jobs.values()].filter((j) => j.mediaId === media.id)));
  const all = [...tables.media.values()];
  const passing = all.filter((media) => {
    const text = plain(
      `${media.title} ${media.slug} ${media.description} ${media.master.path.split('/').pop()}`,
    );
    return (
      (asked.kind === undefined || media.kind === asked.kind) &&
      (asked.statuses === undefined || asked.statuses.includes(statusOf(media))) &&
      foldWords(asked.text ?? '').every((word) => text.includes(word))
    );
  });
  const keys = {
    added: (media: Media) => media.createdAtMs,
    duration: (media: Media) => media.info.durationSeconds,
    size: (media: Media) => media.master.sizeBytes,
    status: (media: Media) => RANKS.indexOf(statusOf(media)),
  };
  const { sort } = asked;
  const sorted =
    sort === 'title'
      ? null
      : passing.toSorted(
          (a, b) =>
            keys[sort](a) - keys[sort](b) ||
            a.createdAtMs - b.createdAtMs ||
            (a.id < b.id ? -1 : 1),
        );
  const ids = sorted?.map(({ id }) => id) ?? null;
  const ordered = ids === null || asked.order === 'ascending' ? ids : ids.toReversed();
  const attention = all.filter((media) => ['failed', 'missing'].includes(statusOf(media)));
  return {
    ids: ordered?.slice(asked.offset, asked.offset + asked.limit) ?? null,
    passing: passing.map(({ id }) => id).toSorted(),
    counts: {
      all: all.length,
      video: all.filter(({ kind }) => kind === 'video').length,
      audio: all.filter(({ kind }) => kind === 'audio').length,
      attention: attention.length,
    },
  };
}

function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

describe('the media index', () => {
  it('answers like a plain search through everything, whatever changes in between', () => {
    // few queries, asked again and again, so that kept lists have to catch up
    const queries = fc.array(anyQuery, { minLength: 1, maxLength: 3 });
    const steps = fc.array(fc.oneof({ weight: 3, arbitrary: change }, fc.nat({ max: 2 })), {
      minLength: 20,
      maxLength: 120,
      size: 'max',
    });
    fc.assert(
      fc.property(queries, steps, (asks, all) => {
        const tables = initialTables();
        const index = createMediaIndex(tables);
        for (const step of all) {
          if (typeof step === 'object') {
            index.follow(applyChange(tables, step));
            continue;
          }
          const asked = query(asks[step % asks.length]);
          const expected = askNaively(tables, asked);
          const answer = index.query(asked, []);
          expect(answer.total).toBe(expected.passing.length);
          expect(answer.counts).toEqual(expected.counts);
          const ids = answer.rows.map(({ id }) => id);
          if (expected.ids !== null) expect(ids).toEqual(expected.ids);
          else for (const id of ids) expect(expected.passing).toContain(id);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('catches up with many changes at once as with one by one', () => {
    const tables = initialTables();
    const index = createMediaIndex(tables);
    const ask = () => index.query(query({ sort: 'size', text: 'clip', limit: 500 }), []);
    const put = (record: Media) =>
      index.follow(applyChange(tables, { type: 'put', collection: 'media', record }));
    for (let n = 0; n < 300; n += 1) put(sampleMedia(n));
    ask();
    for (let n = 100; n < 300; n += 1) {
      const fields = { title: `x${n}`, description: n % 2 === 0 ? '' : 'y' };
      const id = sampleMedia(n).id;
      index.follow(applyChange(tables, { type: 'patch', collection: 'media', id, fields }));
      if (n % 5 === 0)
        index.follow(applyChange(tables, { type: 'remove', collection: 'media', id }));
    }
    for (let n = 300; n < 380; n += 1) put(sampleMedia(n));
    const expected = askNaively(tables, query({ sort: 'size', text: 'clip', limit: 500 }));
    expect(ask().rows.map(({ id }) => id)).toEqual(expected.ids);
    expect(ask().total).toBe(340);
  });

  it('still answers rightly when more changed than it keeps', () => {
    const tables = initialTables();
    const index = createMediaIndex(tables);
    index.follow(applyChange(tables, put(sampleMedia(1))));
    index.query(query(), []);
    const id = sampleMedia(1).id;
    for (let n = 0; n < 20_100; n += 1) {
      const fields = { title: `title ${n}` };
      index.follow(applyChange(tables, { type: 'patch', collection: 'media', id, fields }));
    }
    const { rows, total } = index.query(query({ text: '20099' }), []);
    expect([rows[0]?.title, total]).toEqual(['title 20099', 1]);
  });

  it('sorts titles as people do, and pages without overlap or gap', () => {
    const tables = initialTables();
    const titles = ['clip 10', 'Äpfel', 'Clip 9', 'Zoo', 'apfel 2', 'clip 010 b'];
    for (const [n, title] of titles.entries()) applyChange(tables, put(sampleMedia(n, { title })));
    const index = createMediaIndex(tables);
    const page = (offset: number) =>
      index
        .query(query({ sort: 'title', order: 'ascending', offset, limit: 4 }), [])
        .rows.map(({ title }) => title);
    expect(page(0)).toEqual(['Äpfel', 'apfel 2', 'Clip 9', 'clip 10']);
    expect(page(4)).toEqual(['clip 010 b', 'Zoo']);
    expect(page(6)).toEqual([]);
  });

  it('follows the jobs of a media, also when the job came first', () => {
    const tables = initialTables();
    const index = createMediaIndex(tables);
    const status = () => index.query(query(), []).rows[0]?.status;
    const follow = (one: CatalogChange) => index.follow(applyChange(tables, one));
    follow({ type: 'put', collection: 'jobs', record: sampleJob(1) });
    expect(status()).toBeUndefined();
    follow(put(sampleMedia(1)));
    expect(status()).toBe('queued');
    follow({ type: 'patch', collection: 'jobs', id: 'j1', fields: { status: 'running' } });
    expect(status()).toBe('converting');
    follow({ type: 'remove', collection: 'jobs', id: 'j1' });
    expect(status()).toBe('new');
  });

  it('filters by watch folder', () => {
    const tables = initialTables();
    const master = { ...sampleMedia(2).master, watchFolderId: 'w1' };
    applyChange(tables, put(sampleMedia(1)));
    applyChange(tables, put(sampleMedia(2, { master })));
    const index = createMediaIndex(tables);
    expect(index.query(query({ watchFolderId: 'w1' }), []).rows.map(({ slug }) => slug)).toEqual([
      'clip-2',
    ]);
    expect(index.query(query({ watchFolderId: 'w2' }), []).total).toBe(0);
  });

  it('gives rows that fit the contract', () => {
    const tables = initialTables();
    applyChange(tables, put(sampleMedia(1)));
    const { rows } = createMediaIndex(tables).query(query(), BUILT_IN_DEVICES);
    expect(rows.map((row) => mediaRowSchema.parse(row))).toEqual(rows);
  });
});

function put(record: Media): CatalogChange {
  return { type: 'put', collection: 'media', record };
}
