import { ChildProcess } from 'node:child_process';
import createCommand, { type FfmpegCommand } from 'fluent-ffmpeg';

export interface FfmpegProgram {
  readonly ffmpeg: string;
  /** A program and its arguments that starts FFmpeg in its own place; see `Tools.guard`. */
  readonly guard: readonly string[];
}

export interface FfmpegListeners {
  readonly onStarted: (running: RunningFfmpeg) => void;
  /** stdout as it comes, for `-progress`. */
  readonly onOutput?: (chunk: string) => void;
  readonly onLine?: (line: string) => void;
}

export interface RunningFfmpeg {
  readonly pid: number;
  /** Asks it to finish what it has and end. */
  quit(): void;
  /** @returns whether the signal could be sent */
  kill(signal: NodeJS.Signals): boolean;
}

export interface FfmpegExit {
  /** null when a signal ended it or it could not be started. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The last lines of stderr. */
  readonly lines: readonly string[];
  /** Why it could not be started at all. */
  readonly failure: Error | null;
}

const KEPT_LINES = 100;

/**
 * Runs a finished argument list to its end; only a bug rejects. fluent-ffmpeg starts the process and cuts its
 * lines; it neither changes the arguments nor asks FFmpeg for its capabilities.
 */
export function runFfmpeg(
  program: FfmpegProgram,
  argv: readonly string[],
  listeners: FfmpegListeners,
): Promise<FfmpegExit> {
  const command = prepare(program, argv);
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    let child: ChildProcess | null = null;
    const settle = (failure: Error | null): void => resolve({ ...exitOf(child, failure), lines });
    command.on('stderr', (line: string) => {
      if (line.trim() === '') return;
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      listeners.onLine?.(line);
    });
    command.on('end', () => settle(null));
    command.on('error', (error: Error) => settle(error));
    command.on('start', () => {
      try {
        child = childOf(command);
        watchStart(child, listeners, settle);
      } catch (error) {
        reject(error);
      }
    });
    command.run();
  });
}

function exitOf(child: ChildProcess | null, failure: Error | null): Omit<FfmpegExit, 'lines'> {
  return child?.pid === undefined
    ? { exitCode: null, signal: null, failure }
    : { exitCode: child.exitCode, signal: child.signalCode, failure: null };
}

/** Elements are spread, since an array's would be split at a single space. */
function prepare(program: FfmpegProgram, argv: readonly string[]): FfmpegCommand {
  const [executable = program.ffmpeg, ...before] = [...program.guard, program.ffmpeg];
  const words = [...before, ...argv];
  const target = words.pop();
  if (target === undefined || !/^[a-z]{2,}:/.test(target) || words.length < 2) {
    // fluent-ffmpeg would put its own -y in front of anything that looks like a plain file
    throw new Error('The last argument of FFmpeg must be a file: or pipe: target.');
  }
  const command = createCommand({ stdoutLines: KEPT_LINES });
  command.setFfmpegPath(executable);
  skipCapabilities(command, words);
  return command.outputOptions(...words).output(target);
}

/** Its parsing of `-formats` and `-encoders` goes wrong with new versions; what is used here comes from the plan. */
function skipCapabilities(command: FfmpegCommand, words: readonly string[]): void {
  const named = words.filter((_, index) => words[index - 1] === '-f');
  const formats = Object.fromEntries(named.map((name) => [name, { canDemux: true, canMux: true }]));
  Object.assign(command, {
    availableEncoders: (answer: Answer) => answer(null, {}),
    availableFormats: (answer: Answer) => answer(null, formats),
  });
}

type Answer = (error: null, value: object) => void;

/** It keeps the process under this name, which its types do not tell. */
function childOf(command: FfmpegCommand): ChildProcess {
  const child: unknown = Reflect.get(command, 'ffmpegProc');
  if (child instanceof ChildProcess) return child;
  throw new Error('fluent-ffmpeg did not say which process it started.');
}

function watchStart(
  child: ChildProcess,
  { onStarted, onOutput }: FfmpegListeners,
  settle: (failure: Error | null) => void,
): void {
  // its own listener reads from buffers which do not exist yet and would end the thread
  child.removeAllListeners('error');
  child.on('error', settle);
  // FFmpeg may be gone when `q` arrives
  child.stdin?.on('error', () => undefined);
  if (onOutput !== undefined) child.stdout?.setEncoding('utf8').on('data', onOutput);
  if (child.pid === undefined) return;
  onStarted({
    pid: child.pid,
    quit: () => void child.stdin?.write('q'),
    kill: (signal) => child.kill(signal),
  });
}
