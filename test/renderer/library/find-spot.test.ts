import { describe, expect, it } from 'vitest';
import { findSpot } from '../../../renderer/library/find-spot.ts';

const listOf = (ids: string) => (place: number) => {
  const id = [...ids][place];
  return id === undefined || id === '.' ? undefined : { id };
};

describe('a spot in the list', () => {
  it.each([
    ['stays where nothing has moved', 'abcd', 1, 'b', 1],
    ['goes down with its media when one comes before it', 'xabcd', 1, 'b', 2],
    ['goes up with it when some before it go', 'bcd', 1, 'b', 0],
    ['is left alone while the row there is not at hand', 'a.cd', 1, 'b', 1],
    ['is that of the next media when its own is gone', 'acd', 1, 'c', 1],
  ])('%s', (_, ids, place, id, now) => {
    expect(findSpot({ id: 'b', place }, listOf(ids))).toEqual({ id, place: now });
  });

  it('is the very same while nothing has moved, so that nothing is drawn anew', () => {
    const spot = { id: 'b', place: 1 };
    expect(findSpot(spot, listOf('abcd'))).toBe(spot);
    expect(findSpot(null, listOf('abcd'))).toBeNull();
  });
});
