import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { descendantsOf, isRunning } from './process-state.ts';

const run = promisify(execFile);

export interface EndProcessOptions {
  /** How long it may take to end by itself after it was asked; 0: it is not asked. */
  readonly graceMs: number;
}

const LOOK_EVERY_MS = 10;
/** After this long a killed process hangs in the kernel (a dead network drive, say), where nothing reaches it. */
const GIVE_UP_MS = 10_000;

/**
 * Ends a process and its descendants: asks, waits, kills.
 * @returns whether all of them are gone
 */
export async function endProcess(pid: number, { graceMs }: EndProcessOptions): Promise<boolean> {
  const family = [pid, ...(await descendantsOf(pid))];
  if (graceMs > 0) {
    askToEnd(family);
    if (await allGone(family, graceMs)) return true;
  }
  const grown = new Set([...family, ...(await Promise.all(family.map(descendantsOf))).flat()]);
  await kill([...grown]);
  return allGone([...grown], GIVE_UP_MS);
}

/** For the last moment of this process, when nothing can be waited for. */
export function killNow(pid: number): void {
  send(pid, 'SIGKILL');
}

/** Windows has no such signal: there the worker's `q` asks. A halted process must go on to hear it. */
function askToEnd(pids: readonly number[]): void {
  if (process.platform === 'win32') return;
  for (const pid of pids) {
    send(pid, 'SIGTERM');
    send(pid, 'SIGCONT');
  }
}

async function kill(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    if (process.platform === 'win32') await killTree(pid);
    else send(pid, 'SIGKILL');
  }
}

async function killTree(pid: number): Promise<void> {
  try {
    await run('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true });
  } catch {
    // it is gone already, which `allGone` finds out
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  if (!isRunning(pid)) return;
  try {
    process.kill(pid, signal);
  } catch {
    // it ended in between
  }
}

async function allGone(pids: readonly number[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (pids.some(isRunning)) {
    if (performance.now() >= deadline) return false;
    await wait(LOOK_EVERY_MS);
  }
  return true;
}
