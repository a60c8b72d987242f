import { expect, it } from 'vitest';
import type { UploadOutcome } from '../../../renderer/client/upload-file.ts';
import { createUploads } from '../../../renderer/state/uploads.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('sends files one after the other and keeps what became of each', async () => {
  const running: string[] = [];
  const ends: ((outcome: UploadOutcome) => void)[] = [];
  const store = createUploads((file) => {
    running.push(file.name);
    return new Promise((resolve) => ends.push(resolve));
  });
  store.getState().add([new File(['1'], 'one.mp4'), new File(['2'], 'two.txt')]);
  expect(running).toEqual(['one.mp4']);
  ends[0]?.({ kind: 'imported', mediaId: 'a' });
  await settled();
  expect(running).toEqual(['one.mp4', 'two.txt']);
  const failure = { code: 'import/not-media', message: 'It is text.' } as const;
  ends[1]?.({ kind: 'refused', failure });
  await settled();
  expect(store.getState().items).toMatchObject([
    { name: 'one.mp4', state: 'imported', mediaId: 'a' },
    { name: 'two.txt', state: 'refused', failure },
  ]);
  store.getState().clearFinished();
  expect(store.getState().items).toEqual([]);
});

it('never sends a file that was cancelled while it waited', async () => {
  const sent: string[] = [];
  const store = createUploads(async (file) => {
    sent.push(file.name);
    return { kind: 'imported', mediaId: 'a' };
  });
  store.getState().add([new File(['1'], 'one.mp4'), new File(['2'], 'two.mp4')]);
  const second = store.getState().items[1];
  store.getState().cancel(second?.id ?? 0);
  await settled();
  expect(sent).toEqual(['one.mp4']);
});
