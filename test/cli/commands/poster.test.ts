import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../cli/commands/poster.ts';

describe('a time in a film', () => {
  it.each([
    ['0', 0],
    ['12.5', 12.5],
    ['1:05', 65],
    ['1:02:03.5', 3723.5],
  ])('is read: %s', (typed, seconds) => {
    expect(parseTime(typed)).toBe(seconds);
  });

  it.each(['', 'end', '-1', '1:', '1:2:3:4', '1e3', 'Infinity'])('is refused: “%s”', (typed) => {
    expect(() => parseTime(typed)).toThrow(/like 12.5 or 1:05/);
  });
});
