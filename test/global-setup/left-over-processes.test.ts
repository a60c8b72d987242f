import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { leftOverProcesses, RUN_VARIABLE } from './left-over-processes.ts';

describe('processes that tests leave over', () => {
  it('are found by the run’s mark while they run, and only they', async () => {
    await using folder = await temporaryFolder();
    await symlink(process.execPath, folder.at('ffmpeg'));
    const env = { ...process.env, [RUN_VARIABLE]: 'run-of-this-test' };
    const left = spawn(folder.at('ffmpeg'), ['-e', 'process.stdin.resume()'], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(left, 'spawn');
    const found = process.platform === 'linux' ? [left.pid] : [];
    await expect
      .poll(() => leftOverProcesses('run-of-this-test').map(({ pid }) => pid))
      .toEqual(found);
    expect(leftOverProcesses('another-run')).toEqual([]);
    left.stdin.end();
    await once(left, 'close');
    expect(leftOverProcesses('run-of-this-test')).toEqual([]);
  });
});
