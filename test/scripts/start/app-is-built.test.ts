import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appIsBuilt } from '../../../scripts/start/app-is-built.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

async function place(root: string, name: string, seconds: number): Promise<void> {
  const file = join(root, name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '');
  await utimes(file, seconds, seconds);
}

describe('what Electron runs', () => {
  it('is built when it is newer than every source, and only then', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, 'main/electron/main.ts', 1000);
    await place(folder.path, 'renderer/dist/index.html', 1000);
    expect(appIsBuilt(folder.path)).toBe(false);
    await place(folder.path, 'dist/app/package.json', 2000);
    expect(appIsBuilt(folder.path)).toBe(true);
    await place(folder.path, 'main/electron/main.ts', 3000);
    expect(appIsBuilt(folder.path)).toBe(false);
  });

  it('is not old because of what the build itself writes', async () => {
    await using folder = await temporaryFolder();
    await place(folder.path, 'dist/app/package.json', 2000);
    await place(folder.path, 'preload/dist/preload.cjs', 3000);
    expect(appIsBuilt(folder.path)).toBe(true);
    await place(folder.path, 'preload/preload.ts', 3000);
    expect(appIsBuilt(folder.path)).toBe(false);
  });
});
