import { describe, expect, it } from 'vitest';
import { truncate, wrap } from '../../../cli/text/display-width.ts';
import { count, writePercent } from '../../../cli/text/units.ts';

describe('figures for people', () => {
  it('never says 100 % before the end', () => {
    expect([0.9999, 1].map(writePercent)).toEqual(['99 %', '100 %']);
  });

  it('counts in the singular and the plural', () => {
    expect([count(1, 'file', 'files'), count(0, 'file', 'files')]).toEqual(['1 file', '0 files']);
  });

  it('cuts text with an ellipsis, never in the middle of a character', () => {
    expect(truncate('👩‍🚀👩‍🚀👩‍🚀', 5)).toBe('👩‍🚀👩‍🚀…');
    expect(truncate('abc', 3)).toBe('abc');
  });

  it('breaks lines at spaces, and words that are too long anywhere', () => {
    expect(wrap('one two abcdefghij', 7)).toEqual(['one two', 'abcdefg', 'hij']);
  });
});
