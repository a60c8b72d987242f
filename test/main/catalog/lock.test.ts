import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { acquireLock } from '../../../main/catalog/lock.ts';
import { processState } from '../../../main/catalog/process-identity.ts';
import { type ThisSystem, thisSystem } from '../../../main/catalog/this-system.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const CHILD = join(import.meta.dirname, 'locking-child.ts');

/** A process that tries for the lock when it is told to. */
async function contender(path: string) {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => String((await lines.next()).value);
  expect(await read()).toBe('ready');
  return {
    pid: child.pid,
    async attempt() {
      child.stdin.write('go\n');
      return await read();
    },
    end: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: 'SIGKILL'): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function owner(changes: Record<string, unknown> = {}): Promise<string> {
  const state = await processState(process.pid, thisSystem());
  const started = state.state === 'running' ? state.started : null;
  return JSON.stringify({ pid: process.pid, started, host: hostname(), id: 'x', ...changes });
}

const DEAD_PID = 2 ** 22 - 3;

describe('the lock', () => {
  it('has one owner, whose pid others are told, until it lets go', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    const lock = await acquireLock(path);
    await expect(acquireLock(path)).rejects.toMatchObject({
      code: 'catalog/locked',
      details: { pid: process.pid, path },
    });
    await lock.release();
    await (await acquireLock(path)).release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is readable by its owner only', async () => {
    await using folder = await temporaryFolder();
    const lock = await acquireLock(folder.at('lock'));
    // Windows knows no such bits
    const bits = process.platform === 'win32' ? 0o666 : 0o600;
    expect((await stat(folder.at('lock'))).mode & 0o777).toBe(bits);
    await lock.release();
  });

  it.each([
    ['a process that has ended', () => owner({ pid: DEAD_PID })],
    ['an earlier process with the same number', () => owner({ started: 'another start' })],
    ['garbage', async () => 'garbage'],
    ['a number that is no process', () => owner({ pid: -1 })],
    ['an object of another kind', async () => '{"pid":1}'],
  ])('of %s is taken over', async (_what, content) => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await writeFile(path, await content());
    const lock = await acquireLock(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(await readdir(folder.path)).toEqual(['lock']);
    await lock.release();
  });

  it('of another machine is respected, and the message says what to do', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await writeFile(path, await owner({ host: 'elsewhere', pid: DEAD_PID }));
    await expect(acquireLock(path)).rejects.toMatchObject({
      code: 'catalog/locked',
      message: expect.stringContaining(`delete ${path}`),
    });
  });

  it('of a living process names the file, for when the process is none of AVlogue', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await writeFile(path, await owner());
    await expect(acquireLock(path)).rejects.toMatchObject({
      message: expect.stringContaining(`if it is not AVlogue, delete ${path}`),
    });
  });

  it('is not removed by an owner that lost it', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    const lock = await acquireLock(path);
    const other = await owner();
    await writeFile(path, other);
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe(other);
  });

  it('is taken over also from a process that died while it took it over', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    const stale = await owner({ pid: DEAD_PID });
    await writeFile(path, stale);
    const key = createHash('sha256').update(stale).digest('hex').slice(0, 16);
    await writeFile(`${path}.${key}`, await owner({ pid: DEAD_PID, id: 'taker' }));
    await (await acquireLock(path)).release();
    expect(await readdir(folder.path)).toEqual([]);
  });
});

/** A machine on which the living process of this test began at `started`. */
function machine(changes: Partial<ThisSystem>, started: string | null, uuid = 'A1'): ThisSystem {
  return {
    platform: 'win32',
    host: 'desk',
    ask: async (command) => (command === 'ioreg' ? `  | "IOPlatformUUID" = "${uuid}"\n` : started),
    ...changes,
  };
}

async function lockWrittenOn(path: string, system: ThisSystem, pid = process.pid) {
  await acquireLock(path, system);
  const text = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...text, pid }));
}

describe('on Windows, which uses the numbers of processes again at once', () => {
  it.each([
    ['another process that has the number now', '133', '144', true],
    ['the same process', '133', '133', false],
    ['a process whose start could not be asked then', null, '144', false],
    ['a process whose start cannot be asked now', '133', null, false],
    ['a process about which PowerShell complains', 'Access denied', '144', false],
  ])('a lock of %s is judged rightly', async (_what, then, now, taken) => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await lockWrittenOn(path, machine({}, then));
    const outcome = acquireLock(path, machine({}, now)).then(
      () => true,
      () => false,
    );
    expect(await outcome).toBe(taken);
  });

  it('the Linux inside it is another machine of the same name', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await lockWrittenOn(path, machine({ platform: 'linux' }, null), DEAD_PID);
    await expect(acquireLock(path, machine({}, '133'))).rejects.toMatchObject({
      code: 'catalog/locked',
      message: expect.stringContaining('on desk'),
    });
  });
});

describe('on a Mac, whose name follows the network', () => {
  const mac = (host: string, uuid: string) =>
    machine({ platform: 'darwin', host }, 'Wed Nov 25 03:00:00 2026', uuid);

  it('a dead owner’s lock from another network is taken over', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await lockWrittenOn(path, mac('MacBook.fritz.box', 'A1'), DEAD_PID);
    await (await acquireLock(path, mac('MacBook.local', 'A1'))).release();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('another Mac of the same name is respected', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    await lockWrittenOn(path, mac('MacBook.local', 'B2'), DEAD_PID);
    await expect(acquireLock(path, mac('MacBook.local', 'A1'))).rejects.toMatchObject({
      code: 'catalog/locked',
    });
  });
});

describe('what killed processes left', () => {
  it('goes with the next owner, when it is old enough to be theirs', async () => {
    await using folder = await temporaryFolder();
    const [old, young] = [folder.at('lock-0123'), folder.at('lock.4567')];
    for (const path of [old, young, folder.at('locket')]) await writeFile(path, 'x');
    const hourAgo = Date.now() / 1000 - 3600;
    await utimes(old, hourAgo, hourAgo);
    await utimes(folder.at('locket'), hourAgo, hourAgo);
    await (await acquireLock(folder.at('lock'))).release();
    expect(await readdir(folder.path)).toEqual(['lock.4567', 'locket']);
  });
});

describe('processes that start at once', () => {
  it.each([
    ['a free lock', null],
    ['a dead owner’s lock', () => owner({ pid: DEAD_PID })],
    ['an unreadable lock', async () => 'garbage'],
  ])(
    'and want %s: exactly one gets it, the others learn its pid',
    { timeout: 30_000 },
    async (_what, stale) => {
      await using folder = await temporaryFolder();
      const contenders = await Promise.all(
        Array.from({ length: 4 }, () => contender(folder.at('lock'))),
      );
      try {
        if (stale !== null) await writeFile(folder.at('lock'), await stale());
        const outcomes = await Promise.all(contenders.map((one) => one.attempt()));
        const winner = contenders[outcomes.indexOf('won')];
        const losers = outcomes
          .filter((outcome) => outcome !== 'won')
          .map((text) => JSON.parse(text));
        expect(losers).toHaveLength(3);
        for (const { code, details } of losers) {
          expect([code, details.pid]).toEqual(['catalog/locked', winner?.pid]);
        }
      } finally {
        await Promise.all(contenders.map((one) => one.end()));
      }
      await (await acquireLock(folder.at('lock'))).release();
    },
  );

  it('within one process too, one a little later than the other, however often they try', async () => {
    await using folder = await temporaryFolder();
    const path = folder.at('lock');
    for (let turn = 0; turn < 40; turn += 1) {
      await writeFile(path, await owner({ pid: DEAD_PID, id: `dead-${turn}` }));
      const tries = await Promise.allSettled(
        Array.from({ length: 6 }, async (_, place) => {
          for (let tick = 0; tick < place * turn; tick += 1) await nextTurn();
          return await acquireLock(path);
        }),
      );
      const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(won).toHaveLength(1);
      await won[0]?.release();
    }
    expect(await readdir(folder.path)).toEqual([]);
  });
});
