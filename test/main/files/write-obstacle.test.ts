import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainObstacle, findWriteObstacle } from '../../../main/files/write-obstacle.ts';
import { smallDisk } from '../../helpers/small-disk.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

function failed(code: string, path?: string): Error {
  return Object.assign(new Error(code), { code, ...(path === undefined ? {} : { path }) });
}

describe('what keeps a folder from being written', () => {
  it('is a read-only drive above it, whatever the system says of the folder (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk =
      (await smallDisk(folder.at('card'), 64 * 1024)) ??
      context.skip('mounting a tmpfs is not permitted here');
    await using _disk = disk;
    await disk.setReadOnly(true);
    for (const path of [join(disk.path, 'site'), join(disk.path, 'a', 'b')]) {
      const error = await failureOf(mkdir(path, { recursive: true }));
      expect(await findWriteObstacle(error, path)).toEqual({
        ...{ kind: 'read-only', path: disk.path, systemCode: 'EROFS' },
      });
    }
    const error = await failureOf(open(join(disk.path, 'file'), 'wx'));
    expect(await findWriteObstacle(error, disk.path)).toMatchObject({ kind: 'read-only' });
  });

  it('is a file in its place or above it, or a folder in the place of a file', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('file'), '');
    for (const path of [folder.at('file'), folder.at('file', 'deep', 'er')]) {
      const error = await failureOf(mkdir(path, { recursive: true }));
      expect(await findWriteObstacle(error, path)).toMatchObject({
        ...{ kind: 'not-a-folder', path: folder.at('file') },
      });
    }
    const error = await failureOf(writeFile(folder.path, ''));
    expect(await findWriteObstacle(error, folder.path)).toMatchObject({ kind: 'not-a-file' });
  });

  it('is that it is gone', async () => {
    await using folder = await temporaryFolder();
    const site = folder.at('drive', 'site');
    await mkdir(site, { recursive: true });
    await rm(folder.at('drive'), { recursive: true });
    const error = await failureOf(open(join(site, 'x'), 'wx'));
    expect(await findWriteObstacle(error, site)).toEqual({
      ...{ kind: 'missing', path: site, systemCode: 'ENOENT' },
    });
  });

  it('is a permission of the folder that holds the file', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('file'), '');
    const error = failed('EACCES', folder.at('file'));
    expect(await findWriteObstacle(error, folder.path)).toMatchObject({
      ...{ kind: 'no-permission', path: folder.path },
    });
  });

  it('is on Windows the file that another program has open, when it cannot be renamed over', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('h264.mp4'), '');
    const renaming = (name: string) =>
      Object.assign(failed('EPERM', folder.at('.new.tmp')), { dest: folder.at(name) });
    const obstacle = await findWriteObstacle(renaming('h264.mp4'), folder.path, 'win32');
    expect(obstacle).toEqual({
      ...{ kind: 'in-use', path: folder.at('h264.mp4'), systemCode: 'EPERM' },
    });
    for (const [name, platform] of [
      ['new.mp4', 'win32'],
      ['h264.mp4', 'linux'],
    ] as const)
      expect(await findWriteObstacle(renaming(name), folder.path, platform)).toMatchObject({
        kind: 'no-permission',
      });
  });

  it.each([
    ['EIO', 'does not answer', 'connection'],
    ['EBUSY', 'another program', 'Close it'],
    ['EPERM', 'no permission', 'Give it'],
  ])('is told for %s in words with what to do', async (code, why, advice) => {
    await using folder = await temporaryFolder();
    const obstacle = await findWriteObstacle(failed(code), folder.path);
    if (obstacle === null) throw new Error('no obstacle was found');
    const told = explainObstacle(obstacle);
    expect(told.why).toContain(why);
    expect(told.why).toContain(folder.path);
    expect(told.advice).toContain(advice);
  });

  it('is nothing of the folder’s when the system did not refuse, or the disk is full', async () => {
    expect(await findWriteObstacle(new Error('a bug'), '/')).toBeNull();
    expect(await findWriteObstacle(failed('ENOSPC'), '/')).toBeNull();
  });
});
