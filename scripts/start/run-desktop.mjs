import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs Electron until its window is closed.
 * @param {string} root
 * @returns {Promise<number>} its exit status
 */
export function runDesktop(root) {
  const folder = join(root, 'node_modules', 'electron');
  const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return new Promise((resolve, reject) => {
    const child = spawn(program, [root], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
