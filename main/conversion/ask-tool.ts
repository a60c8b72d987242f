import { execFile } from 'node:child_process';

export type ToolAnswer =
  | { readonly ok: true; readonly text: string }
  /** Why there is no answer, as the end of a sentence. */
  | { readonly ok: false; readonly reason: string };

/** A cold disk and a virus scanner take their time; whoever needs longer does not work. */
const TIMEOUT_MS = 8_000;
const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Runs a tool with one question, such as `-version`; never rejects. */
export function askTool(path: string, argv: readonly string[]): Promise<ToolAnswer> {
  return new Promise((resolve) => {
    const options = { timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT_BYTES, windowsHide: true };
    const child = execFile(
      path,
      [...argv],
      { ...options, killSignal: 'SIGKILL' },
      (error, text) => {
        resolve(error === null ? { ok: true, text } : { ok: false, reason: reasonOf(error) });
      },
    );
    child.stdin?.on('error', () => undefined).end();
  });
}

function reasonOf(error: { readonly code?: unknown; readonly killed?: boolean }): string {
  if (error.killed === true) return `it gave no answer within ${TIMEOUT_MS / 1000} s`;
  if (error.code === 'ENOENT') return 'there is no such file';
  if (error.code === 'EACCES') return 'it may not be executed';
  return typeof error.code === 'number'
    ? `it ended with code ${error.code}`
    : `it could not be started (${String(error.code)})`;
}
