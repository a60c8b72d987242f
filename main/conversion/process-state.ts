import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that ended but was not yet waited for (a zombie) runs no more. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') {
    const state = statOf(pid);
    return state !== null && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What a running process was started with; null: it does not run or may not be looked at. */
export async function commandLineOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return isRunning(pid) ? procFile(pid, 'cmdline') : null;
  try {
    return (await askForCommandLine(pid)).stdout;
  } catch {
    return null;
  }
}

/** Children and their children; a wrapper script's FFmpeg is one. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  if (process.platform === 'win32') return [];
  const children =
    process.platform === 'linux' ? childrenFromProc(pid) : await childrenFromPgrep(pid);
  const below = await Promise.all(children.map(descendantsOf));
  return [...children, ...below.flat()];
}

function askForCommandLine(pid: number): Promise<{ stdout: string }> {
  if (process.platform !== 'win32') return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  const question = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
  // else a console window flashes up
  return run('powershell.exe', ['-NoProfile', '-Command', question], { windowsHide: true });
}

/** The state letter in `/proc/<pid>/stat`, which follows the last bracket of the name. */
function statOf(pid: number): string | null {
  const stat = procFile(pid, 'stat');
  return stat === null
    ? null
    : (/^ ([A-Za-z])/.exec(stat.slice(stat.lastIndexOf(')') + 1))?.[1] ?? null);
}

function procFile(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}

function childrenFromProc(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      numbersIn(procFile(pid, `task/${thread}/children`) ?? ''),
    );
  } catch {
    return [];
  }
}

async function childrenFromPgrep(pid: number): Promise<readonly number[]> {
  try {
    return numbersIn((await run('pgrep', ['-P', String(pid)])).stdout);
  } catch {
    // pgrep ends with 1 when there are none
    return [];
  }
}

function numbersIn(text: string): readonly number[] {
  return text.split(/\s+/).filter(Boolean).map(Number);
}
