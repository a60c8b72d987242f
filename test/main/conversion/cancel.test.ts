import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createProcessRegistry } from '../../../main/conversion/process-registry.ts';
import { descendantsOf, isRunning } from '../../../main/conversion/process-state.ts';
import { namesIn, requestFor, startConversion } from '../../helpers/conversions.ts';
import { makeClip } from '../../helpers/make-media.ts';
import { smallFormat } from '../../helpers/plan-outputs.ts';
import { poolBinaries, type TestPool, testPool } from '../../helpers/worker-pool.ts';

const FORMATS = [smallFormat('h264-720p', 480, 270), smallFormat('h264-360p', 320, 180)];

/** Progress now and then, for ever. */
const ENDLESS = 'while :; do echo frame=1; echo progress=continue; sleep 0.05; done';

async function poolWithFfmpeg(script: string): Promise<TestPool> {
  const binaries = await poolBinaries();
  let path = '';
  const pool = await testPool({ binaries: () => ({ ...binaries, ffmpeg: path }), parallelJobs: 1 });
  path = pool.folder.at('fake-ffmpeg');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return pool;
}

test('a cancelled conversion is gone soon, with its files', async () => {
  await using pool = await testPool();
  const clip = await makeClip(pool.folder.at('m.mp4'), { size: '640x360', rate: 30, seconds: 12 });
  const request = await requestFor(pool, clip, FORMATS);
  const conversion = startConversion(pool, request);
  const pid = await conversion.underWay;
  expect(isRunning(pid)).toBe(true);
  expect(await namesIn(request.targetFolder)).toHaveLength(2);
  const started = performance.now();
  conversion.cancel();
  await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  expect(performance.now() - started).toBeLessThan(2900);
  expect(isRunning(pid)).toBe(false);
  expect(await namesIn(request.targetFolder)).toEqual([]);
  expect(await namesIn(pool.folder.at('processes'))).toEqual([]);
  expect(conversion.runs).toMatchObject([{ outcome: 'cancelled' }]);
});

test('an FFmpeg that does not listen is killed, and what it started too', async () => {
  await using pool = await poolWithFfmpeg(`trap '' TERM\nsleep 60 &\n${ENDLESS}`);
  const clip = await makeClip(pool.folder.at('m.mp4'), { size: '640x360' });
  const conversion = startConversion(pool, await requestFor(pool, clip, FORMATS));
  const pid = await conversion.underWay;
  const family = [pid, ...(await descendantsOf(pid))];
  expect(family.length).toBeGreaterThan(1);
  conversion.cancel();
  await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  expect(family.filter(isRunning)).toEqual([]);
});

test('a halted conversion can be cancelled', async () => {
  await using pool = await poolWithFfmpeg(ENDLESS);
  const clip = await makeClip(pool.folder.at('m.mp4'), { size: '640x360' });
  const conversion = startConversion(pool, await requestFor(pool, clip, FORMATS));
  const pid = await conversion.underWay;
  await pool.runner.setPaused(true);
  const state = async (): Promise<string> => readFile(`/proc/${pid}/stat`, 'utf8');
  await expect.poll(state).toContain(') T');
  conversion.cancel();
  await expect(conversion.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  expect(isRunning(pid)).toBe(false);
});

test('a conversion that waits for a thread never starts when it is cancelled', async () => {
  await using pool = await poolWithFfmpeg(ENDLESS);
  const clip = await makeClip(pool.folder.at('m.mp4'), { size: '640x360' });
  const request = await requestFor(pool, clip, FORMATS);
  const running = startConversion(pool, request);
  await running.underWay;
  const waiting = startConversion(pool, { ...request, targetFolder: pool.folder.at('second') });
  waiting.cancel();
  await expect(waiting.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
  expect(waiting.runs).toEqual([]);
  expect(await namesIn(pool.folder.at('second'))).toEqual([]);
  running.cancel();
  await expect(running.result).rejects.toMatchObject({ code: 'conversion/cancelled' });
});

test('closing the pool ends conversions like cancelling them', async () => {
  const pool = await poolWithFfmpeg(ENDLESS);
  const clip = await makeClip(pool.folder.at('m.mp4'), { size: '640x360' });
  const request = await requestFor(pool, clip, FORMATS);
  const conversion = startConversion(pool, request);
  const pid = await conversion.underWay;
  const outcome = conversion.result.catch((error: { code: string }) => error.code);
  await pool.close();
  expect(await outcome).toBe('conversion/cancelled');
  expect(isRunning(pid)).toBe(false);
  expect(await namesIn(request.targetFolder)).toEqual([]);
  await pool.folder[Symbol.asyncDispose]();
});

/** A whole program that converts; prints FFmpeg's pid when it is under way. */
const PROGRAM = `
  const { startConversion, requestFor } = await import(process.argv[1] + '/test/helpers/conversions.ts');
  const { testPool } = await import(process.argv[1] + '/test/helpers/worker-pool.ts');
  const { smallFormat } = await import(process.argv[1] + '/test/helpers/plan-outputs.ts');
  const pool = await testPool({ processesFolder: process.argv[3] });
  const request = await requestFor(pool, process.argv[2], [smallFormat('h264-720p', 480, 270)]);
  const conversion = startConversion({ ...pool, folder: { at: (...names) => [process.argv[4], ...names].join('/') } },
    { ...request, targetFolder: process.argv[4] + '/out' });
  console.log(await conversion.underWay);
  if (process.argv[5] === 'exit') process.exit(0);
`;

test.each(['exit', 'SIGKILL'] as const)(
  'when the program ends by %s, FFmpeg does not outlive it',
  async (how) => {
    await using pool = await testPool();
    const clip = await makeClip(pool.folder.at('m.mp4'), {
      size: '640x360',
      rate: 30,
      seconds: 30,
    });
    const root = new URL('../../..', import.meta.url).pathname;
    const argv = [root, clip, pool.folder.at('processes'), pool.folder.path, how];
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    const pid = Number(line);
    expect(pid).toBeGreaterThan(1);
    if (how === 'SIGKILL') child.kill('SIGKILL');
    await once(child, 'exit');
    const registry = createProcessRegistry(pool.folder.at('processes'));
    await registry.endLeftovers();
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(await readdir(pool.folder.at('out'))).toEqual([]);
  },
);
