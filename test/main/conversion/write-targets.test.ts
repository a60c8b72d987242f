import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { withTargets } from '../../../main/conversion/write-targets.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

test('folders are made, and what was written gets its final name with nothing left beside it', async () => {
  await using folder = await temporaryFolder();
  const target = folder.at('renditions', 'm1', 'h264.mp4');
  await withTargets([target], async ([temporary = '']) => writeFile(temporary, 'whole'));
  expect(await readFile(target, 'utf8')).toBe('whole');
  expect(await readdir(folder.at('renditions', 'm1'))).toEqual(['h264.mp4']);
});

test('a file where the folder should be is named, with what to do about it', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.at('renditions'), '');
  const writing = withTargets([folder.at('renditions', 'm1', 'h264.mp4')], async () => 'written');
  await expect(writing).rejects.toMatchObject({
    code: 'conversion/target-read-only',
    message: expect.stringContaining(
      `${folder.at('renditions')} is a file where a folder is needed. Move it away, then retry.`,
    ),
  });
});
