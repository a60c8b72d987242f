import { expect, it } from 'vitest';
import { stepTo } from '../../../renderer/library/step-to.ts';

const GRID = { columns: 4, total: 10 };

it('starts at the first with any arrow', () => {
  expect(stepTo('ArrowDown', { ...GRID, from: null })).toBe(0);
});

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowDown', 1, 5],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 1, 1],
  ['ArrowRight', 9, 9],
  ['ArrowDown', 7, 7],
  ['PageDown', 0, 9],
  ['PageUp', 9, 0],
  ['Home', 7, 0],
  ['End', 0, 9],
])('%s leads from %i to %i', (key, from, to) => {
  expect(stepTo(key, { ...GRID, from })).toBe(to);
});

it('leads nowhere with other keys and in an empty list', () => {
  expect(stepTo('x', { ...GRID, from: 1 })).toBeNull();
  expect(stepTo('ArrowDown', { from: null, columns: 4, total: 0 })).toBeNull();
});
