import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEffect } from '../../../core/catalog/apply-change.ts';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import { createDraft } from '../../../core/catalog/draft.ts';
import { createMediaLookup } from '../../../core/catalog/media-lookup.ts';
import { intoTables, type JournalLine, replay } from '../../../core/catalog/replay.ts';
import { initialTables } from '../../../core/catalog/tables.ts';
import { AppError } from '../../../core/errors/app-error.ts';
import { applyChange } from './apply-change.ts';
import { commits, SEED } from './generated-changes.ts';
import { sampleMedia } from './sample-media.ts';

/** Commits as the engine does, and keeps the journal as text. */
function commitAll(all: readonly (readonly CatalogChange[])[]) {
  const tables = initialTables();
  const lookup = createMediaLookup();
  const journal: string[] = [];
  for (const changes of all) {
    const draft = createDraft({ tables, mediaIdBySlug: (slug) => lookup.bySlug(slug)?.id });
    try {
      const staged = draft.stage(changes);
      for (const effect of staged.effects) {
        applyEffect(tables, effect);
        if (effect.collection === 'media') lookup.follow(effect.before, effect.after);
      }
      journal.push(JSON.stringify({ sequence: journal.length + 1, changes: staged.changes }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { tables, lookup, lines: journal.map((line): JournalLine => JSON.parse(line)) };
}

describe('replaying the journal', () => {
  it('gives the state that was committed, from any snapshot on the way', () => {
    fc.assert(
      fc.property(commits, fc.nat(), (all, point) => {
        const { tables, lines } = commitAll(all);
        const from = point % (lines.length + 1);
        const snapshot = initialTables();
        replay(lines.slice(0, from), 0, intoTables(snapshot));
        const led = replay(lines, from, intoTables(snapshot));
        expect(led).toEqual({ sequence: lines.length, missing: [], refused: [] });
        expect(snapshot).toEqual(tables);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('is what the bare reducer does with the same changes', () => {
    fc.assert(
      fc.property(commits, (all) => {
        const { tables, lines } = commitAll(all);
        const reduced = initialTables();
        for (const { changes } of lines) {
          for (const change of changes) applyChange(reduced, change as CatalogChange);
        }
        expect(reduced).toEqual(tables);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('never lets two media have one slug, and finds each by its slug, path and hash', () => {
    fc.assert(
      fc.property(commits, (all) => {
        const { tables, lookup } = commitAll(all);
        const media = [...tables.media.values()];
        expect(new Set(media.map(({ slug }) => slug)).size).toBe(media.length);
        for (const one of media) expect(lookup.bySlug(one.slug)).toBe(one);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('tells what is missing and what no longer fits, and takes all the rest', () => {
    const put = (n: number) => ({ type: 'put', collection: 'media', record: sampleMedia(n) });
    const patch = (n: number) => ({
      type: 'patch',
      collection: 'media',
      id: sampleMedia(n).id,
      fields: { title: 'New' },
    });
    const tables = initialTables();
    const led = replay(
      [
        { sequence: 1, changes: [put(1)] },
        { sequence: 5, changes: [put(2), patch(3)] },
        { sequence: 6, changes: [patch(1)] },
        { sequence: 4, changes: [put(9)] },
        { sequence: 7, changes: [{ type: 'put', collection: 'no-such', record: {} }] },
        { sequence: 8, changes: [put(4)] },
      ],
      0,
      intoTables(tables),
    );
    expect(led.sequence).toBe(8);
    expect(led.missing).toEqual([{ from: 2, to: 4 }]);
    expect(led.refused.map(({ sequence }) => sequence)).toEqual([5, 7]);
    expect([...tables.media.values()].map(({ title }) => title)).toEqual([
      'New',
      sampleMedia(4).title,
    ]);
  });
});
