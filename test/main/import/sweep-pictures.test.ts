import { existsSync } from 'node:fs';
import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { createImporter } from '../../../main/import/create-importer.ts';
import { sweepPictures } from '../../../main/import/sweep-pictures.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { startTestEngine } from '../../helpers/engine.ts';

test('on a disk whose clock is behind, a picture that is being made is left alone and what a crash left is not', async () => {
  await using engine = await startTestEngine({ started: false });
  const folders = [engine.paths.posters, join(engine.paths.captions, 'm1')];
  const left = folders.map((folder) => temporaryPathFor(join(folder, 'left')));
  const begun = folders.map((folder) => temporaryPathFor(join(folder, 'begun')));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const aMinuteAgo = Date.now() / 1000 - 60;
  for (const path of left) {
    await writeFile(path, 'half');
    await utimes(path, aMinuteAgo, aMinuteAgo);
  }
  // ours is ten minutes ahead of the disk's
  const importer = createImporter({ ...engine, clock: { now: () => Date.now() + 600_000 } });
  await importer.start();
  for (const path of begun) await writeFile(path, 'half');
  await importer.checkMasters();
  for (const path of begun) await expect(access(path)).resolves.toBeUndefined();
  for (const path of left) await expect(access(path)).rejects.toThrow('ENOENT');
  await importer.stop();
});

test('captions that no media has a record of are swept, and all others stay', async () => {
  await using engine = await startTestEngine({ started: false });
  const { catalog, paths } = engine;
  const kept = 'captions/m1/track-2-00000001.vtt';
  const caption = {
    ...{ id: 'track-2-00000001', file: kept, kind: 'subtitles' as const, sizeBytes: 8 },
    ...{ language: 'de', label: 'Deutsch', isDefault: false },
  };
  const record = sampleMedia(1, { id: 'm1', captions: [caption] });
  await catalog.commit([{ type: 'put', collection: 'media', record }]);
  const left = ['captions/m1/track-2-00000000.vtt', 'captions/m1/added-x.vtt'];
  const others = [kept, 'captions/m1/notes.txt', 'captions/unknown/track-2-00000000.vtt'];
  const aMinuteAgo = Date.now() / 1000 - 60;
  for (const file of [...left, ...others]) {
    const path = join(paths.root, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'WEBVTT\n\n');
    await utimes(path, aMinuteAgo, aMinuteAgo);
  }
  await sweepPictures(engine, { beforeMs: Date.now(), signal: new AbortController().signal });
  const isThere = (file: string) => existsSync(join(paths.root, file));
  expect(left.map(isThere)).toEqual([false, false]);
  expect(others.map(isThere)).toEqual([true, true, true]);
});
