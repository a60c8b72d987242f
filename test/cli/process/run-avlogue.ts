import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'cli', 'main.ts');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly library: string;
  readonly cwd?: string;
  readonly input?: string;
}

export interface RunningAvlogue {
  readonly child: ChildProcess;
  /** Resolves with standard output as soon as it matches. */
  printed(pattern: RegExp): Promise<string>;
  noted(pattern: RegExp): Promise<string>;
  readonly outcome: Promise<Outcome>;
}

/** The real process, as a shell starts it. */
export function startAvlogue(args: readonly string[], options: RunOptions): RunningAvlogue {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: options.cwd ?? import.meta.dirname,
    env: { ...process.env, AVLOGUE_LIBRARY: options.library, NO_COLOR: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  const outcome = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [status]]): Outcome => ({ status, stdout, stderr }),
  );
  return {
    child,
    outcome,
    printed: (pattern) => untilMatch(child.stdout, pattern, outcome),
    noted: (pattern) => untilMatch(child.stderr, pattern, outcome),
  };
}

export function runAvlogue(args: readonly string[], options: RunOptions): Promise<Outcome> {
  return startAvlogue(args, options).outcome;
}

function untilMatch(
  stream: NodeJS.ReadableStream,
  pattern: RegExp,
  outcome: Promise<Outcome>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    stream.on('data', (chunk: Buffer | string) => {
      seen += chunk.toString();
      if (pattern.test(seen)) resolve(seen);
    });
    outcome.then(
      ({ stdout, stderr }) => reject(new Error(`${pattern} never came:\n${stdout}\n${stderr}`)),
      reject,
    );
  });
}
