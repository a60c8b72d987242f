import { expect, test } from 'vitest';
import { inChunks } from '../../../core/queue/in-chunks.ts';

test.each([
  { count: 0, sizes: [] },
  { count: 2, sizes: [2] },
  { count: 3, sizes: [3] },
  { count: 7, sizes: [3, 3, 1] },
])('cuts $count things into pieces of $sizes and loses none', ({ count, sizes }) => {
  const all = Array.from({ length: count }, (_, index) => index);
  const chunks = inChunks(all, 3);
  expect(chunks.map(({ length }) => length)).toEqual(sizes);
  expect(chunks.flat()).toEqual(all);
});
