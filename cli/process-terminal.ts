import { homedir } from 'node:os';
import { text } from 'node:stream/consumers';
import type { Terminal } from './terminal.ts';

/** Piped output and files: wide enough for every table without being endless. */
const COLUMNS_WITHOUT_TERMINAL = 120;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The real terminal. `close` lets go of the signals, so that the process can end. */
export function createProcessTerminal(process: NodeJS.Process): {
  readonly terminal: Terminal;
  readonly close: () => void;
} {
  const { stdout, stderr, env } = process;
  const stopping = new AbortController();
  const interrupt = (): void => {
    if (!stopping.signal.aborted && stderr.isTTY) stderr.write('\nStopping …\n');
    stopping.abort();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  // `avlogue list | head` closes the pipe early: stop, without a word.
  stdout.on('error', () => stopping.abort());
  stderr.on('error', () => stopping.abort());

  const terminal: Terminal = {
    environment: env,
    platform: process.platform,
    homeFolder: homedir(),
    workingFolder: standingFolder(env) ?? process.cwd(),
    columns: columnsOf(stdout) ?? numberOf(env.COLUMNS) ?? COLUMNS_WITHOUT_TERMINAL,
    colours: showsColours(stdout, env),
    progressColumns: () => (env.TERM === 'dumb' ? null : columnsOf(stderr)),
    out: (chunk) => void stdout.write(chunk),
    note: (chunk) => void stderr.write(chunk),
    signal: stopping.signal,
    readInput: () => text(process.stdin),
  };
  return {
    terminal,
    close: () => {
      for (const signal of SIGNALS) process.off(signal, interrupt);
    },
  };
}

/** npm runs scripts in the project's folder and keeps in INIT_CWD where the person stands. */
function standingFolder({ npm_lifecycle_event: script, INIT_CWD: folder }: NodeJS.ProcessEnv) {
  return script === 'start' || script === 'avlogue' ? folder : undefined;
}

function columnsOf(stream: NodeJS.WriteStream): number | null {
  return stream.isTTY ? Math.max(stream.columns ?? 80, 40) : null;
}

function numberOf(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value >= 40 ? value : null;
}

/** https://no-color.org and https://force-color.org */
function showsColours(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return stream.isTTY && environment.TERM !== 'dumb';
}
