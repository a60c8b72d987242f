import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `gone` also for a zombie: it has ended, and only its parent has not looked. */
export type ProcessState =
  | { readonly state: 'gone' }
  /** `started` is null where the system does not tell. */
  | { readonly state: 'running'; readonly started: string | null };

/**
 * Whether a process runs, and since when, in the system's own words. The number of a process is used again
 * after its end; together with its start it is not.
 */
export async function processState(pid: number): Promise<ProcessState> {
  if (!exists(pid)) return { state: 'gone' };
  if (process.platform === 'linux') return linuxState(pid);
  return { state: 'running', started: process.platform === 'win32' ? null : await psStart(pid) };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // another user's process may not be signalled, and is there
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 3 of proc_pid_stat(5) is the state, field 22 the start in ticks since the boot. */
async function linuxState(pid: number): Promise<ProcessState> {
  const text = await readText(`/proc/${pid}/stat`);
  if (text === null) return { state: 'running', started: null };
  // the program's name stands in parentheses and may hold anything
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return { state: 'gone' };
  const boot = (await readText('/proc/sys/kernel/random/boot_id'))?.trim() ?? '';
  return { state: 'running', started: `${boot}/${fields[19] ?? ''}` };
}

async function psStart(pid: number): Promise<string | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
