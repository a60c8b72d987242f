import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../main/http/parse-range.ts';

const SIZE = 1000;

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-99', 0, 99],
    ['bytes=500-', 500, 999],
    ['bytes=999-', 999, 999],
    ['bytes=-1', 999, 999],
    ['bytes=-200', 800, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=900-5000', 900, 999],
    ['BYTES = 10 - 19', 10, 19],
    ['bytes=0-99999999999999999999', 0, 999],
  ])('“%s” asks for %i to %i', (header, first, last) => {
    expect(parseRange(header, SIZE)).toEqual({ kind: 'part', range: { first, last } });
  });

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=5000-', 'bytes=-0'])(
    '“%s” lies beyond the end',
    (header) => {
      expect(parseRange(header, SIZE)).toEqual({ kind: 'unsatisfiable' });
    },
  );

  it.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=a-b',
    'bytes=5-2',
    'bytes=0x10-20',
    'bytes=1.5-3',
    'bytes=--5',
    'items=0-5',
    'bytes=0-5,10-20',
    'bytes=0-5,',
  ])('%j is passed over', (header) => {
    expect(parseRange(header, SIZE)).toEqual({ kind: 'whole' });
  });

  it('cannot be met by an empty file', () => {
    expect(parseRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(parseRange('bytes=-5', 0)).toEqual({ kind: 'unsatisfiable' });
    expect(parseRange(null, 0)).toEqual({ kind: 'whole' });
  });
});
