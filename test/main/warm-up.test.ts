import { expect, it } from 'vitest';
import type { MediaQuery } from '../../core/catalog/query.ts';
import { warmUp } from '../../main/warm-up.ts';

it('asks for a window without and with a text, in the order in which the library opens', () => {
  const asked: MediaQuery[] = [];
  warmUp({
    query: (query) => {
      asked.push(query);
      return { rows: [], total: 0, counts: { all: 0, video: 0, audio: 0, attention: 0 } };
    },
  });
  expect(asked.map(({ sort, order }) => `${sort} ${order}`)).toEqual([
    'added descending',
    'added descending',
  ]);
  expect(asked.map(({ text }) => text !== undefined)).toEqual([false, true]);
});
