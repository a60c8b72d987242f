import { describe, expect, it } from 'vitest';
import { type Move, orderMoves } from '../../../core/publishing/order-moves.ts';

const move = (mediaId: string, from: string, to: string | null): Move => ({
  mediaId,
  from: new Set(from === '' ? [] : [from]),
  to,
});

describe('the order of a batch', () => {
  it('lets whoever makes way go first, along a whole chain', () => {
    const moves = [move('a', '1', '2'), move('b', '2', '3'), move('c', '3', '4')];
    expect(orderMoves(moves)).toEqual(['c', 'b', 'a']);
    expect(orderMoves(moves.toReversed())).toEqual(['c', 'b', 'a']);
  });

  it('stays as it was asked for apart from that', () => {
    const moves = [move('new', '', '1'), move('stays', '2', '2'), move('unknown', '', null)];
    expect(orderMoves(moves)).toEqual(['new', 'stays', 'unknown']);
    expect(orderMoves([move('new', '', '1'), ...moves.slice(1), move('old', '1', '3')])).toEqual([
      'old',
      'new',
      'stays',
      'unknown',
    ]);
  });

  it('knows the folder that a move which broke off has not left yet', () => {
    const halfway = { mediaId: 'old', from: new Set(['1', '3']), to: '3' };
    expect(orderMoves([move('new', '', '1'), halfway])).toEqual(['old', 'new']);
  });

  it('names everyone of a ring once', () => {
    const ring = [move('a', '1', '2'), move('b', '2', '3'), move('c', '3', '1')];
    expect(orderMoves(ring).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
