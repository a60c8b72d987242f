import { execFile } from 'node:child_process';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A slow answer is no answer: whoever opens a library waits for it. */
const TIMEOUT_MS = 15_000;

/** The machine that this runs on; a test can hand in another. */
export interface ThisSystem {
  readonly platform: NodeJS.Platform;
  readonly host: string;
  /** What a command of the system prints, trimmed; null when it fails or says nothing. */
  ask(command: string, args: readonly string[]): Promise<string | null>;
}

export function thisSystem(): ThisSystem {
  return { platform: process.platform, host: hostname(), ask };
}

async function ask(command: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await run(command, args, {
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      windowsHide: true,
      timeout: TIMEOUT_MS,
    });
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
