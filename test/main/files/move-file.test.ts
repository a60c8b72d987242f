import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveFile } from '../../../main/files/move-file.ts';
import { smallDisk } from '../../helpers/small-disk.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('moving a file', () => {
  it('takes it from one folder to another', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('to'));
    await writeFile(folder.at('clip'), 'whole');
    await moveFile(folder.at('clip'), folder.at('to', 'clip'));
    expect(await readFile(folder.at('to', 'clip'), 'utf8')).toBe('whole');
    expect(await readdir(folder.path)).toEqual(['to']);
  });

  it('takes it to another drive, or leaves it where that is full (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk =
      (await smallDisk(folder.at('card'), 64 * 1024)) ??
      context.skip('mounting a tmpfs is not permitted here');
    await using _disk = disk;
    await writeFile(folder.at('clip'), 'whole');
    await moveFile(folder.at('clip'), join(disk.path, 'clip'));
    expect(await readFile(join(disk.path, 'clip'), 'utf8')).toBe('whole');
    expect(await readdir(folder.path)).toEqual(['card']);

    await writeFile(folder.at('large'), Buffer.alloc(128 * 1024));
    await expect(moveFile(folder.at('large'), join(disk.path, 'large'))).rejects.toThrow('ENOSPC');
    expect(await readdir(disk.path)).toEqual(['clip']);
    expect((await readdir(folder.path)).toSorted()).toEqual(['card', 'large']);
  });
});
