import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../scripts/setup/display.mjs';
import { findProgram } from '../../../scripts/setup/find-program.mjs';
import { withLock } from '../../../scripts/setup/lock.mjs';
import { openMemory, RETRY_AFTER_MS } from '../../../scripts/setup/memory.mjs';
import { runsTypeScript } from '../../../scripts/setup/node-runtime.mjs';
import { readOptions } from '../../../scripts/setup/options.mjs';
import { agrees } from '../../../scripts/setup/packages.mjs';
import { createReporter } from '../../../scripts/setup/reporter.mjs';
import { lastLine, runCommand } from '../../../scripts/setup/run-command.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const silent = { starting: () => {}, done: () => {}, problem: () => {} };

describe('installed npm packages', () => {
  const locked = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.2.3' },
    'node_modules/for-windows': { version: '2.0.0', optional: true },
  };

  it('agree with the lockfile when all but other platforms’ packages stand', () => {
    expect(agrees(locked, { 'node_modules/a': { version: '1.2.3' } })).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one has another version', { 'node_modules/a': { version: '1.2.4' } }],
    [
      'one is there that the lockfile does not know',
      { 'node_modules/a': { version: '1.2.3' }, 'node_modules/b': { version: '1.0.0' } },
    ],
    [
      'an optional one has another version',
      { 'node_modules/a': { version: '1.2.3' }, 'node_modules/for-windows': { version: '1.0.0' } },
    ],
  ])('do not agree when %s', (_what, installed) => {
    expect(agrees(locked, installed)).toBe(false);
  });
});

describe('the memory of set-up', () => {
  it('keeps a failure for a day and only for the same version', async () => {
    await using folder = await temporaryFolder();
    let time = 1_000_000;
    const now = (): number => time;
    openMemory(folder.path, now).rememberFailure('download', '5.0');
    expect(openMemory(folder.path, now).failedLately('download', '5.0')).toBe(true);
    expect(openMemory(folder.path, now).failedLately('download', '6.0')).toBe(false);
    time += RETRY_AFTER_MS;
    expect(openMemory(folder.path, now).failedLately('download', '5.0')).toBe(false);
  });

  it('is empty when its file is damaged, and works again then', async () => {
    await using folder = await temporaryFolder();
    const cache = folder.at('node_modules', '.cache', 'avlogue');
    await mkdir(cache, { recursive: true });
    await writeFile(`${cache}/setup.json`, '{"a": "b');
    const memory = openMemory(folder.path);
    expect(memory.recall('a')).toBeNull();
    memory.remember('a', 'c');
    expect(openMemory(folder.path).recall('a')).toBe('c');
    expect(await readdir(cache)).toEqual(['setup.json']);
  });
});

describe('the lock of set-up', () => {
  it('lets one work at a time', async () => {
    await using folder = await temporaryFolder();
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      const seen = inside;
      await new Promise(setImmediate);
      inside -= 1;
      return seen;
    };
    const runs = [1, 2, 3].map(() => withLock(folder.path, silent, work));
    expect(await Promise.all(runs)).toEqual([1, 1, 1]);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is taken over from a process that is gone', async () => {
    await using folder = await temporaryFolder();
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'close');
    await mkdir(folder.at('.setup.lock'));
    await writeFile(folder.at('.setup.lock', 'pid'), String(gone.pid));
    expect(await withLock(folder.path, silent, async () => 'done')).toBe('done');
  });

  it('is let go when the work fails', async () => {
    await using folder = await temporaryFolder();
    const failing = withLock(folder.path, silent, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readdir(folder.path)).toEqual([]);
  });
});

describe('a command of set-up', () => {
  it('is ended with its children when it takes too long', async () => {
    const script = `const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(child.pid); setInterval(() => {}, 1000);`;
    const options = { cwd: import.meta.dirname, timeoutMs: 1_500 };
    const result = await runCommand(process.execPath, ['-e', script], options);
    expect(result).toMatchObject({ ok: false, failure: 'it took longer than 2 s' });
    const grandchild = Number(result.output.trim());
    expect(grandchild).toBeGreaterThan(0);
    await expect.poll(() => isRunning(grandchild)).toBe(false);
  });

  it('says in one line why it failed', async () => {
    const options = { cwd: import.meta.dirname, timeoutMs: 20_000 };
    const missing = await runCommand('no-such-program-here', [], options);
    expect(missing.failure).toContain('ENOENT');
    expect(lastLine('npm error code E1\nnpm error A complete log of this run can be found\n')).toBe(
      'npm error code E1',
    );
    expect(
      lastLine('building\nBuild failed in 3 s\nerror: Could not resolve x\n    at y.js:1'),
    ).toBe('error: Could not resolve x');
  });
});

/** A zombie has ended; not every container's first process buries it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('what set-up finds', () => {
  it('is a program on the PATH that may be run', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('ffmpeg'));
    await mkdir(folder.at('bin'));
    await writeFile(folder.at('bin', 'ffmpeg'), '');
    const environment = { PATH: `${folder.path}:${folder.at('bin')}` };
    expect(findProgram(['ffmpeg'], environment, 'linux')).toBeNull();
    await chmod(folder.at('bin', 'ffmpeg'), 0o755);
    expect(findProgram(['other', 'ffmpeg'], environment, 'linux')).toBe(folder.at('bin', 'ffmpeg'));
  });

  it('is whether a window could be shown', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('is whether a Node runs TypeScript as it is', () => {
    const versions = ['18.20.0', '20.20.2', '22.17.0', '22.18.0', '23.5.0', '23.6.0', '24.0.0'];
    expect(versions.filter(runsTypeScript)).toEqual(['22.18.0', '23.6.0', '24.0.0']);
  });
});

describe('the options of set-up', () => {
  it('come from arguments and environment', () => {
    expect(readOptions(['--for-tests'], { AVLOGUE_SETUP_NO_APT: '1' })).toMatchObject({
      forTests: true,
      quiet: false,
      apt: false,
      downloads: true,
      problem: null,
    });
    expect(readOptions(['--fast'], {}).problem).toContain('--fast');
  });

  it('quiet leaves only what takes long and what went wrong, without colours for NO_COLOR', () => {
    const written: string[] = [];
    const stream = { isTTY: true, write: (text: string) => written.push(text) };
    const reporter = createReporter(stream, true, { NO_COLOR: '1' });
    reporter.starting('a');
    reporter.done('b');
    reporter.problem('c');
    expect(written).toEqual(['set-up: a\n', 'set-up! c\n']);
  });
});
