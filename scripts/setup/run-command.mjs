import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {boolean} ok
 * @property {string} output both streams, the last 20,000 characters
 * @property {string} failure one line why it failed; empty when ok
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Never hangs: no input, and at `timeoutMs` the whole process group is ended.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, timeoutMs: number, environment?: Readonly<Record<string, string | undefined>> }} options
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, { cwd, timeoutMs, environment = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      // npm is a .cmd file on Windows, which Node starts through a shell only.
      shell: process.platform === 'win32' && program.endsWith('.cmd'),
    });
    running.add(child);
    let output = '';
    let timedOut = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = setTimeout(() => {
      timedOut = true;
      stop(child);
    }, timeoutMs);
    const end = (/** @type {string} */ failure) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok: failure === '', output, failure });
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => {
      if (timedOut) end(`it took longer than ${Math.round(timeoutMs / 1000)} s`);
      else if (code === 0) end('');
      else end(lastLine(output) || `it ended with ${signal ?? `status ${code}`}`);
    });
  });
}

export function stopAllCommands() {
  for (const child of running) stop(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  try {
    if (child.pid !== undefined && process.platform !== 'win32')
      process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/**
 * What a tool said last is mostly why it failed; stack frames and npm's pointer to its log are not.
 * @param {string} output
 */
export function lastLine(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line) =>
        line !== '' && !/^(at |npm error A complete log|node:|Node\.js v|[\^{}]+$)/i.test(line),
    );
  const telling = [/\b(error|E): |could not|cannot/i, /error|failed/i].map((pattern) =>
    lines.find((line) => pattern.test(line)),
  );
  return (telling.find(Boolean) ?? lines.at(-1) ?? '').slice(0, 300);
}
