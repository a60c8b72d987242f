import { randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOverProcesses, RUN_VARIABLE } from './left-over-processes.ts';

const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/**
 * Gives the run its own temporary folder and a mark in the environment that every child process inherits.
 * At the end the folder goes, and a process that still carries the mark fails the run.
 */
export function setup(): () => Promise<void> {
  const runId = randomUUID();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'avlogue-run-'));
  process.env[RUN_VARIABLE] = runId;
  process.env.TMPDIR = folder;
  return async () => {
    const left = await waitUntilGone(runId);
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (left.length > 0) {
      const list = left.map(({ pid, command }) => `${pid} ${command}`).join('\n');
      // Vitest only prints what a teardown throws; the status has to be set besides.
      process.exitCode = 1;
      throw new Error(`The tests left processes running (ended now):\n${list}`);
    }
  };
}

async function waitUntilGone(runId: string) {
  const until = Date.now() + PATIENCE_MS;
  let left = leftOverProcesses(runId);
  while (left.length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    left = leftOverProcesses(runId);
  }
  return left;
}
