import { execFile } from 'node:child_process';

export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs ffmpeg or ffprobe from the path to its end; never rejects for its exit code. */
export function runTool(
  program: 'ffmpeg' | 'ffprobe',
  argv: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      argv,
      { ...options, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
      },
    );
    child.stdin?.end();
  });
}

/** @throws Error with the last lines when it fails. */
export async function runToolOrThrow(
  program: 'ffmpeg' | 'ffprobe',
  argv: readonly string[],
): Promise<ToolRun> {
  const run = await runTool(program, argv);
  if (run.exitCode === 0) return run;
  const last = run.stderr.split('\n').slice(-12).join('\n');
  throw new Error(`${program} ended with ${run.exitCode}:\n${last}\n${argv.join(' ')}`);
}
