import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseHost } from '../../../scripts/start/choose-host.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

async function place(root: string, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await writeFile(join(root, name), '');
  }
}

describe('npm start', () => {
  const shell = 'main/electron/main.ts';
  const runtime = 'node_modules/electron/dist/version';

  it.each<[string, readonly string[], boolean, string | null]>([
    ['the desktop window is not part of this version', [runtime], true, null],
    ['there is no display', [shell, runtime], false, null],
    ["Electron's runtime is not installed", [shell], true, null],
    ['there is no sandbox here', [shell, runtime], true, 'there is no sandbox here'],
  ])('opens the browser and says in one line why: %s', async (why, files, display, sandbox) => {
    await using folder = await temporaryFolder();
    await place(folder.path, ...files);
    const { host, reason } = chooseHost(folder.path, display, sandbox);
    expect(host).toBe('browser');
    expect(reason).toContain(why);
    expect(reason).not.toContain('\n');
  });

  it('opens the desktop window where all of it is there', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, shell, runtime);
    expect(chooseHost(folder.path, true, null).host).toBe('desktop');
  });
});
