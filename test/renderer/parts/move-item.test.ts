import { describe, expect, it } from 'vitest';
import { followerAfterMove, moveItem } from '../../../renderer/parts/move-item.ts';

describe('moving an item', () => {
  it('takes it up, down, and nowhere when there is none', () => {
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moveItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveItem(['a'], 3, 0)).toEqual(['a']);
  });

  it('tells what stands behind it afterwards', () => {
    expect(followerAfterMove(['a', 'b', 'c'], 2, 0)).toBe('a');
    expect(followerAfterMove(['a', 'b', 'c'], 0, 1)).toBe('c');
    expect(followerAfterMove(['a', 'b', 'c'], 0, 2)).toBeNull();
  });
});
