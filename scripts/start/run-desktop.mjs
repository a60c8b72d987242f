import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appIsBuilt } from './app-is-built.mjs';

/**
 * Runs Electron until its window is closed; what it runs is built first when a source has changed.
 * @param {string} root
 * @returns {Promise<number>} its exit status
 */
export async function runDesktop(root) {
  if (!appIsBuilt(root)) {
    const status = await run(process.execPath, [
      join(root, 'scripts', 'packaging', 'build-app.mjs'),
    ]);
    if (status !== 0) return status;
  }
  const folder = join(root, 'node_modules', 'electron');
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return run(program, [root]);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
