import { readFile } from 'node:fs/promises';
import type { ThisSystem } from './this-system.ts';

/** `gone` also for a zombie: it has ended, and only its parent has not looked. */
export type ProcessState =
  | { readonly state: 'gone' }
  /** `started` is null where the system does not tell. */
  | { readonly state: 'running'; readonly started: string | null };

/**
 * Whether a process runs, and since when, in the system's own words. The number of a process is used again
 * after its end; together with its start it is not.
 */
export async function processState(pid: number, system: ThisSystem): Promise<ProcessState> {
  if (!exists(pid)) return { state: 'gone' };
  if (system.platform === 'linux') return linuxState(pid);
  const started = system.platform === 'win32' ? windowsStart(pid, system) : psStart(pid, system);
  return { state: 'running', started: await started };
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

/** In steps of 100 ns since 1601, as the system keeps it: neither its language nor its time zone changes that. */
async function windowsStart(pid: number, { ask }: ThisSystem): Promise<string | null> {
  const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CreationDate.ToFileTimeUtc()`;
  const answer = await ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]);
  return answer !== null && /^\d+$/.test(answer) ? answer : null;
}

function psStart(pid: number, { ask }: ThisSystem): Promise<string | null> {
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
