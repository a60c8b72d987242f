import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** util-linux 2.33 and newer: the kernel kills the child when the thread that started it ends, however it ends. */
const LINUX_GUARD = ['setpriv', '--pdeathsig', 'KILL', '--'];

/**
 * What to put before a command line so that the child dies with AVlogue even on SIGKILL; empty where the system
 * cannot do that, and the process registry does it at the next start.
 */
export async function findParentGuard(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const [program = '', ...words] = LINUX_GUARD;
  try {
    await run(program, [...words, 'true'], { timeout: 2000 });
    return LINUX_GUARD;
  } catch {
    return [];
  }
}
