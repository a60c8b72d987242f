import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { mayBeOpened } from '../../../main/electron/may-be-opened.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('what a catalog names in the system’s file manager', () => {
  it('is opened when it is a folder or a page', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('site.v2'));
    await writeFile(folder.at('index.html'), '');
    expect(await mayBeOpened(folder.at('site.v2'), 'folder', 'linux')).toBe(true);
    expect(await mayBeOpened(folder.at('index.html'), 'page', 'darwin')).toBe(true);
  });

  it('is not when opening would run it', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('Site.app'));
    await writeFile(folder.at('site.desktop'), '');
    await mkdir(folder.at('folder', 'index.html'), { recursive: true });
    await symlink(folder.at('site.desktop'), folder.at('index.html'));
    expect(await mayBeOpened(folder.at('site.desktop'), 'folder', 'linux')).toBe(false);
    expect(await mayBeOpened(folder.at('Site.app'), 'folder', 'darwin')).toBe(false);
    expect(await mayBeOpened(folder.at('index.html'), 'page', 'linux')).toBe(false);
    expect(await mayBeOpened(folder.at('folder', 'index.html'), 'page', 'darwin')).toBe(false);
  });

  it('is left to the system to miss', async () => {
    await using folder = await temporaryFolder();
    expect(await mayBeOpened(folder.at('gone'), 'folder', 'linux')).toBe(true);
  });
});
