import { describe, expect, it } from 'vitest';
import { createActivity } from '../../../renderer/state/activity.ts';
import { type ImportProgress, progressOfPaths } from '../../../renderer/state/import-progress.ts';

const progress = (batchId: string, path: string | null, finished = 1): ImportProgress => ({
  type: 'import-progress',
  batchId,
  total: 9,
  finished,
  refused: 0,
  path,
  done: path === null,
});

describe('how far an import is', () => {
  it('is found by the paths that were dropped, whatever else is imported meanwhile', () => {
    const store = createActivity();
    store.getState().apply(progress('watched', '/inbox/a.mp4'));
    store.getState().apply(progress('dropped', '/clips/a.mp4', 4));
    const { importing } = store.getState();
    expect(progressOfPaths(importing, ['/other', '/clips'])?.finished).toBe(4);
    expect(progressOfPaths(importing, ['/clip'])).toBeUndefined();
    expect(progressOfPaths(importing, [])).toBeUndefined();
  });

  it('is forgotten when the batch is done, and only its own', () => {
    const store = createActivity();
    store.getState().apply(progress('one', '/one/a.mp4'));
    store.getState().apply(progress('two', '/two/a.mp4'));
    store.getState().apply(progress('one', null));
    expect([...store.getState().importing.keys()]).toEqual(['two']);
  });
});
