import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runDesktop } from '../../../scripts/start/run-desktop.mjs';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

/** In the place of Electron's runtime stands a script; the application counts as built. */
async function projectWith(script: string): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  await mkdir(folder.at('dist', 'app'), { recursive: true });
  await writeFile(folder.at('dist', 'app', 'package.json'), '{}');
  const electron = folder.at('node_modules', 'electron');
  await mkdir(`${electron}/dist`, { recursive: true });
  await writeFile(`${electron}/path.txt`, 'electron');
  await writeFile(`${electron}/dist/electron`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

describe('the desktop window', () => {
  it.each([
    ['a signal, as without a sandbox', 'kill -TRAP $$', 'SIGTRAP'],
    ['another status than 0, as for root', 'exit 1', 'status 1'],
  ])('counts as refused when Electron ends at once with %s', async (_how, script, told) => {
    await using folder = await projectWith(script);
    expect(await runDesktop(folder.path)).toEqual({ status: 1, refusal: `it ended with ${told}` });
  });

  it('counts as refused when Electron cannot be run at all', async () => {
    await using folder = await projectWith('');
    await writeFile(folder.at('node_modules', 'electron', 'path.txt'), 'nothing-here');
    const { status, refusal } = await runDesktop(folder.path);
    expect(status).toBe(1);
    expect(refusal).toContain('ENOENT');
  });

  it.each([
    ['well', 'exit 0', 0],
    ['by a person', 'kill -TERM $$', 1],
  ])('does not count as refused when it ends %s', async (_how, script, status) => {
    await using folder = await projectWith(script);
    expect(await runDesktop(folder.path)).toEqual({ status, refusal: null });
  });

  it('does not count as refused when it fails later', async () => {
    await using folder = await projectWith('exit 3');
    const end = await runDesktop(folder.path, { atOnceMs: 0 });
    expect(end).toEqual({ status: 3, refusal: null });
  });
});
