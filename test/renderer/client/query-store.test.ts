import { expect, it } from 'vitest';
import { createQueryStore } from '../../../renderer/client/query-store.ts';

/** Answers that are given by hand, one after the other. */
function answers() {
  const waiting: ((value: number) => void)[] = [];
  const load = () => new Promise<number>((resolve) => waiting.push(resolve));
  return { load, waiting, give: (value: number) => waiting.shift()?.(value) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('shows an answer even when a change came in while it was loading, and asks again', async () => {
  const store = createQueryStore();
  const { load, give, waiting } = answers();
  store.watch('key', { tags: ['media'], load }, () => {});
  store.invalidate(new Set(['media']));
  give(1);
  await settled();
  expect(store.read('key').data).toBe(1);
  expect(waiting).toHaveLength(1);
  give(2);
  await settled();
  expect(store.read('key').data).toBe(2);
});

it('forgets what nobody looks at when it changes, instead of asking for it', async () => {
  const store = createQueryStore();
  const { load, give, waiting } = answers();
  const end = store.watch('key', { tags: ['media/a'], load }, () => {});
  give(1);
  await settled();
  end();
  store.invalidate(new Set(['media/a']));
  expect(store.read('key').data).toBeUndefined();
  expect(waiting).toHaveLength(0);
});

it('keeps the old answer beside a failure', async () => {
  const store = createQueryStore();
  let fails = false;
  const load = async () => {
    if (fails) throw new TypeError('Failed to fetch');
    return 1;
  };
  store.watch('key', { tags: ['media'], load }, () => {});
  await settled();
  fails = true;
  store.invalidate(null);
  await settled();
  expect(store.read('key')).toMatchObject({ data: 1, failure: { code: 'host/unreachable' } });
});
