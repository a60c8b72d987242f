import { spawn } from 'node:child_process';

/**
 * Runs one tool with its output on the terminal.
 * @param {{ name: string, args: readonly string[] }} step arguments for Node
 * @param {string} cwd
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Promise<{ name: string, ok: boolean, seconds: number }>}
 */
export function runStep({ name, args }, cwd, environment) {
  const startedMs = performance.now();
  process.stdout.write(`\n--- ${name}\n`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (/** @type {boolean} */ ok) =>
      resolve({ name, ok, seconds: (performance.now() - startedMs) / 1000 });
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
