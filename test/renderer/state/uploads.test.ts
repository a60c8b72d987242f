import { expect, it } from 'vitest';
import type { UploadOutcome } from '../../../renderer/client/upload-file.ts';
import { createUploads, type Taken } from '../../../renderer/state/uploads.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('sends files one after the other and keeps what became of each', async () => {
  const running: string[] = [];
  const ends: ((outcome: UploadOutcome) => void)[] = [];
  const store = createUploads({
    kind: 'copy',
    send(file) {
      running.push(file.name);
      return new Promise((resolve) => ends.push(resolve));
    },
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

it('sends captions after everything that came with them, each with what it came with', async () => {
  const sent: string[] = [];
  const store = createUploads({
    kind: 'copy',
    async send(file, { together }) {
      sent.push(`${file.name} of ${together.length}`);
      return { kind: 'imported', mediaId: 'a' };
    },
  });
  const files = (...names: string[]) => names.map((name) => new File(['1'], name));
  store.getState().add(files('a.srt', 'b.mp4', 'a.vtt', 'a.mp4'));
  store.getState().add(files('c.srt', 'c.mp4'));
  await settled();
  expect(sent).toEqual([
    ...['b.mp4 of 4', 'a.mp4 of 4', 'a.srt of 4', 'a.vtt of 4'],
    ...['c.mp4 of 2', 'c.srt of 2'],
  ]);
});

it('never sends a file that was cancelled while it waited', async () => {
  const sent: string[] = [];
  const store = createUploads({
    kind: 'copy',
    async send(file) {
      sent.push(file.name);
      return { kind: 'imported', mediaId: 'a' };
    },
  });
  store.getState().add([new File(['1'], 'one.mp4'), new File(['2'], 'two.mp4')]);
  const second = store.getState().items[1];
  store.getState().cancel(second?.id ?? 0);
  await settled();
  expect(sent).toEqual(['one.mp4']);
});

it('reads what came together in one go, and has a row for each file afterwards', async () => {
  const read = Promise.withResolvers<readonly Taken[]>();
  const batches: string[][] = [];
  const store = createUploads({
    kind: 'in-place',
    take(files, onPaths) {
      batches.push(files.map(({ name }) => name));
      onPaths(['/clips', '/one.mp4']);
      return read.promise;
    },
  });
  store.getState().add([]);
  store.getState().add([new File([], 'clips'), new File(['1'], 'one.mp4')]);
  expect(batches).toEqual([['clips', 'one.mp4']]);
  expect(store.getState().items).toMatchObject([
    { name: 'clips', others: 1, state: 'sending', paths: ['/clips', '/one.mp4'] },
  ]);
  const failure = { code: 'import/not-media', message: 'It is text.' } as const;
  read.resolve([
    { name: 'a.mp4', outcome: { kind: 'imported', mediaId: 'a' } },
    { name: 'b.mp4', outcome: { kind: 'known', mediaId: 'b' } },
    { name: 'one.mp4', outcome: { kind: 'refused', failure } },
  ]);
  await settled();
  expect(store.getState().items).toMatchObject([
    { name: 'a.mp4', state: 'imported', mediaId: 'a' },
    { name: 'b.mp4', state: 'known', mediaId: 'b' },
    { name: 'one.mp4', state: 'refused', failure },
  ]);
});
