import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSnapshot, SnapshotDamage } from '../../../main/catalog/read-snapshot.ts';
import { snapshotPieces } from '../../../main/catalog/snapshot-text.ts';
import { sampleJob, sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const snapshot = {
  version: 1,
  sequence: 12,
  writtenBy: '1.0',
  collections: {
    media: [sampleMedia(1, { title: '映画 “]}”,\n{' }), sampleMedia(2)],
    refusals: [],
    jobs: [sampleJob(1)],
  },
};

function textOf(written: typeof snapshot): string {
  return [...snapshotPieces(written)].join('');
}

describe('reading a snapshot', () => {
  it.each([1, 7, 64, 1000, 4096])(
    'gives what was written, also %i bytes at a time',
    async (chunkBytes) => {
      await using folder = await temporaryFolder();
      await writeFile(folder.at('catalog.json'), textOf(snapshot));
      expect(await readSnapshot(folder.at('catalog.json'), chunkBytes)).toMatchObject(snapshot);
    },
  );

  it('is refused wherever the text is cut off', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('catalog.json');
    const text = textOf({ ...snapshot, collections: { media: [], refusals: [], jobs: [] } });
    for (let at = 0; at < text.trimEnd().length; at += 1) {
      await writeFile(path, text.slice(0, at));
      await expect(readSnapshot(path)).rejects.toBeInstanceOf(SnapshotDamage);
    }
  });

  it('is one JSON document for other programs', () => {
    const parsed = JSON.parse(textOf(snapshot));
    expect(parsed.collections).toEqual(snapshot.collections);
  });
});
