import { describe, expect, it } from 'vitest';
import { truncate, wrap } from '../../../cli/text/display-width.ts';
import { count, writeBytes, writeDuration, writePercent } from '../../../cli/text/units.ts';

describe('figures for people', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_600, '1.0 MB'],
    [34_567_890, '34.6 MB'],
    [234_567_890, '235 MB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(writeBytes(bytes)).toBe(text);
  });

  it.each([
    [0.4, '0:00'],
    [59.6, '1:00'],
    [725, '12:05'],
    [3723, '1:02:03'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(writeDuration(seconds)).toBe(text);
  });

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
