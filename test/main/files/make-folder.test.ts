import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../main/files/make-folder.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('a folder that a person named', () => {
  it('is made with those above it, and left as it is when it is there', async () => {
    await using folder = await temporaryFolder();
    await makeFolder(folder.at('a', 'b', 'c'));
    await writeFile(folder.at('a', 'b', 'c', 'kept'), '');
    await makeFolder(folder.at('a', 'b', 'c'));
    expect((await stat(folder.at('a', 'b', 'c', 'kept'))).isFile()).toBe(true);
  });

  it('is made once by many who ask for it at the same time', async () => {
    await using folder = await temporaryFolder();
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(folder.at('a', 'b', 'c'))));
    expect((await stat(folder.at('a', 'b', 'c'))).isDirectory()).toBe(true);
  });

  it('may stand behind a link', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('real'));
    await symlink(folder.at('real'), folder.at('link'), 'junction');
    await makeFolder(folder.at('link'));
    await makeFolder(folder.at('link', 'inside'));
    expect((await stat(folder.at('real', 'inside'))).isDirectory()).toBe(true);
  });

  it('is refused, not tried for ever, where none can be', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('file'), '');
    await symlink(folder.at('nowhere'), folder.at('dangling'), 'junction');
    const places = [folder.at('file'), folder.at('file', 'deep'), folder.at('dangling', 'deep')];
    // a folder that is there and in which the system says that nothing is
    if (process.platform === 'linux') places.push('/proc/none', '/proc/none/deep');
    for (const place of places) await expect(makeFolder(place)).rejects.toThrow(/E[A-Z]+/);
  });
});
