import { execFile } from 'node:child_process';
import type { Facts } from '../../core/model/facts.ts';
import type { ToolVerdict } from '../../core/system/tool-verdicts.ts';

export type ToolAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: ToolOpinion };

/** Why a tool is used or not. */
export interface ToolOpinion {
  readonly code: ToolVerdict;
  readonly facts: Facts;
}

/** A cold disk and a virus scanner take their time; whoever needs longer does not work. */
const TIMEOUT_MS = 8_000;
const MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

/** Runs a tool with one question, such as `-version`; never rejects, not for a path that is none either. */
export function askTool(path: string, argv: readonly string[]): Promise<ToolAnswer> {
  return new Promise<ToolAnswer>((resolve) => {
    const options = { timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT_BYTES, windowsHide: true };
    const child = execFile(
      path,
      [...argv],
      { ...options, killSignal: 'SIGKILL' },
      (error, text) => {
        resolve(error === null ? { ok: true, text } : { ok: false, fault: faultOf(error) });
      },
    );
    child.stdin?.on('error', () => undefined).end();
  }).catch((error) => ({ ok: false, fault: faultOf(error) }));
}

function faultOf(error: { readonly code?: unknown; readonly killed?: boolean }): ToolOpinion {
  if (error.killed === true) return { code: 'no-answer', facts: { seconds: TIMEOUT_MS / 1000 } };
  if (error.code === 'ENOENT') return { code: 'no-such-file', facts: {} };
  if (error.code === 'EACCES') return { code: 'not-executable', facts: {} };
  return typeof error.code === 'number'
    ? { code: 'ended', facts: { exitCode: error.code } }
    : { code: 'not-started', facts: { systemCode: String(error.code) } };
}
