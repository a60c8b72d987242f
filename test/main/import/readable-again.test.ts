import { chmod, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../core/errors/error-codes.ts';
import { createReadableAgain } from '../../../main/import/readable-again.ts';
import { keepRefusal } from '../../../main/import/refusals.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { memoryCatalog } from '../publishing/memory-catalog.ts';

it('gives out each refused file that can be read once, and again when something about it changed', async () => {
  await using folder = await temporaryFolder();
  const catalog = memoryCatalog([]);
  const refuse = (path: string, code: ErrorCode, watchFolderId = 'inbox') => {
    const error = { code, message: 'No.', details: {} };
    return keepRefusal({ catalog, clock: { now: () => 0 } }, { path, watchFolderId, error });
  };
  const [file, link] = [folder.at('file.mp4'), folder.at('link.mp4')];
  await writeFile(file, 'x');
  await symlink(folder.at('nowhere.mp4'), link);
  await writeFile(folder.at('text.mp4'), 'x');
  await writeFile(folder.at('other.mp4'), 'x');
  await refuse(file, 'import/no-permission');
  await refuse(link, 'import/not-found');
  await refuse(folder.at('text.mp4'), 'import/not-media');
  await refuse(folder.at('other.mp4'), 'import/no-permission', 'another');
  const readableAgain = createReadableAgain({ id: 'inbox' }, catalog);
  expect(await readableAgain()).toEqual([file]);
  expect(await readableAgain()).toEqual([]);
  await chmod(file, 0o600);
  await writeFile(folder.at('nowhere.mp4'), 'x');
  expect((await readableAgain()).toSorted()).toEqual([file, link]);
  expect(await readableAgain()).toEqual([]);
});
