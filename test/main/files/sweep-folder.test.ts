import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sweepFolder, sweepFoldersIn } from '../../../main/files/sweep-folder.ts';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('sweeping after a crash', () => {
  it('removes old temporary files, and leaves results and what is written now', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('m1'));
    const [old, fresh] = [
      temporaryPathFor(folder.at('m1', 'x')),
      temporaryPathFor(folder.at('m1', 'y')),
    ];
    for (const path of [old, fresh, folder.at('m1', 'done.mp4')]) await writeFile(path, 'x');
    await utimes(old, 100, 100);
    await utimes(folder.at('m1', 'done.mp4'), 100, 100);
    const options = { beforeMs: 200_000, signal: new AbortController().signal };
    await sweepFoldersIn(folder.path, options);
    const left = await readdir(folder.at('m1'));
    expect(left.toSorted()).toEqual(
      [fresh.slice(folder.at('m1').length + 1), 'done.mp4'].toSorted(),
    );
  });

  it('takes a folder that is not there for clean, and stops when told to', async () => {
    await using folder = await temporaryFolder();
    await sweepFolder(folder.at('absent'), { beforeMs: 1 });
    await mkdir(folder.at('m1'));
    const old = temporaryPathFor(folder.at('m1', 'x'));
    await writeFile(old, 'x');
    await sweepFoldersIn(folder.path, {
      beforeMs: Date.now() + 60_000,
      signal: AbortSignal.abort(),
    });
    expect(await readdir(folder.at('m1'))).toHaveLength(1);
  });
});
