import { readdir, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { diskNow } from '../../../main/files/disk-now.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

test('the time of a disk lies between what was written before and after, and leaves nothing there', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.at('before'), '');
  const nowMs = await diskNow(folder.at('made', 'for it'));
  await writeFile(folder.at('after'), '');
  expect(nowMs).toBeGreaterThanOrEqual((await stat(folder.at('before'))).mtimeMs);
  expect(nowMs).toBeLessThanOrEqual((await stat(folder.at('after'))).mtimeMs);
  expect(await readdir(folder.at('made', 'for it'))).toEqual([]);
});

test('a folder in which nothing can be written has no time', async () => {
  await using folder = await temporaryFolder();
  await writeFile(folder.at('file'), '');
  expect(await diskNow(folder.at('file', 'below'))).toBeNull();
});
