import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appIsBuilt } from './app-is-built.mjs';

/** Who ends so soon, and not well, has shown no window. */
const AT_ONCE_MS = 2_000;
/** With these a person ends it. */
const ENDED_BY_A_PERSON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} DesktopEnd
 * @property {number} status
 * @property {string | null} refusal why there was no window at all; null: there was one
 */

/**
 * Runs Electron until its window is closed; what it runs is built first when a source has changed.
 * @param {string} root
 * @param {{ atOnceMs: number }} limits
 * @returns {Promise<DesktopEnd>}
 */
export async function runDesktop(root, { atOnceMs } = { atOnceMs: AT_ONCE_MS }) {
  if (!appIsBuilt(root)) {
    const build = join(root, 'scripts', 'packaging', 'build-app.mjs');
    const { code, failure } = await run(process.execPath, [build]);
    if (failure !== null) return { status: code ?? 1, refusal: null };
  }
  const folder = join(root, 'node_modules', 'electron');
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  const startedMs = performance.now();
  const { code, failure } = await run(program, [root]);
  const isRefusal = failure !== null && performance.now() - startedMs < atOnceMs;
  return { status: code ?? 1, refusal: isRefusal ? failure : null };
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, failure: string | null }>} failure: how it ended, unless well or by a person
 */
function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', ({ message }) => resolve({ code: null, failure: message }));
    child.on('close', (code, signal) => {
      const isWell = code === 0 || ENDED_BY_A_PERSON.includes(signal ?? '');
      resolve({ code, failure: isWell ? null : `it ended with ${signal ?? `status ${code}`}` });
    });
  });
}
