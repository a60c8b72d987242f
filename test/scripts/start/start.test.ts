import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/** The scripts of this project, with a terminal that tells its arguments and a script in the place of Electron. */
async function projectWith(electron: string): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  await cp(join(ROOT, 'scripts'), folder.at('scripts'), { recursive: true });
  const files = {
    'package.json': '{ "type": "module" }',
    'cli/main.ts': 'console.log(process.argv.slice(2).join(" "));',
    'main/electron/main.ts': '',
    'dist/app/package.json': '{}',
    'node_modules/electron/path.txt': 'electron',
    'node_modules/electron/dist/version': '1.0.0',
    'node_modules/electron/dist/electron': `#!/bin/sh\n${electron}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(folder.at(name)), { recursive: true });
    await writeFile(folder.at(name), text, { mode: 0o755 });
  }
  return folder;
}

describe('npm start', () => {
  it('opens the browser where Electron refuses to start, and says so in one line', async () => {
    await using folder = await projectWith('kill -TRAP $$');
    const env = { ...process.env, DISPLAY: ':99' };
    const { stdout, stderr } = await run(process.execPath, [folder.at('scripts', 'start.mjs')], {
      env,
    });
    expect(stdout).toBe('serve --open\n');
    expect(stderr).toMatch(/^AVlogue opens in the browser: .+\.\n$/);
  });

  it('is the terminal when a command is given', async () => {
    await using folder = await projectWith('exit 0');
    const args = [folder.at('scripts', 'start.mjs'), 'list', '--json'];
    const { stdout, stderr } = await run(process.execPath, args);
    expect({ stdout, stderr }).toEqual({ stdout: 'list --json\n', stderr: '' });
  });
});
