import { describe, expect, it } from 'vitest';
import { recognise } from '../../../core/import/recognise.ts';
import { isSettled } from '../../../core/import/settling.ts';
import { hashOf, sampleMedia } from '../catalog/sample-media.ts';

const one = sampleMedia(1);
const two = sampleMedia(2);
const nothing = { atPath: undefined, sameContent: undefined, originalGone: false };

describe('recognising a file', () => {
  it.each([
    ['content and path that nobody has', { ...nothing }, 'new', undefined],
    ['the same at its path', { ...nothing, atPath: one, sameContent: one }, 'unchanged', one],
    ['other content at a known path', { ...nothing, atPath: two }, 'changed', two],
    ['a copy over a known path', { ...nothing, atPath: two, sameContent: one }, 'changed', two],
    [
      'a move over a known path',
      { atPath: two, sameContent: one, originalGone: true },
      'changed',
      two,
    ],
    ['a copy beside the original', { ...nothing, sameContent: one }, 'duplicate', one],
    ['a move', { ...nothing, sameContent: one, originalGone: true }, 'moved', one],
  ] as const)('takes %s for what it is', (_what, sighting, kind, media) => {
    expect(recognise({ sha256: hashOf(1), ...sighting })).toEqual(
      media === undefined ? { kind } : { kind, media },
    );
  });
});

describe('a file', () => {
  const look = { atMs: 10_000, sizeBytes: 5, modifiedMs: 1_000 };
  it.each([
    ['is settled at once when its last change is old', look, look, true],
    [
      'is not when it was written just now',
      { ...look, modifiedMs: 9_500 },
      { ...look, modifiedMs: 9_500 },
      false,
    ],
    [
      'is when it stood still under our eyes, even with a time from the future',
      { ...look, modifiedMs: 99_000 },
      { ...look, modifiedMs: 99_000, atMs: 12_000 },
      true,
    ],
    ['is not when it grew', look, { ...look, atMs: 20_000, sizeBytes: 6 }, false],
    ['is not when it was touched', look, { ...look, atMs: 20_000, modifiedMs: 19_000 }, false],
  ])('%s', (_what, first, latest, settled) => {
    expect(isSettled(first, latest, 2_000)).toBe(settled);
  });
});
