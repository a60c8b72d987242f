import { readdirSync, readFileSync } from 'node:fs';

export const RUN_VARIABLE = 'AVLOGUE_TEST_RUN';

export interface LeftOverProcess {
  readonly pid: number;
  readonly command: string;
}

/** What tests start: tools, browsers, and AVlogue's own processes. Vitest's workers are not among them. */
const STARTED_BY_TESTS =
  /(^|\/)(ffmpeg|ffprobe|chromium|chrome|google-chrome)\b|\/(cli\/main|scripts\/start)\.[a-z]+/;

/** Processes which inherited this run's mark. Empty where the system has no /proc. */
export function leftOverProcesses(runId: string): readonly LeftOverProcess[] {
  return processIds().flatMap((pid) => {
    const command = readProcFile(pid, 'cmdline').replaceAll('\0', ' ').trim();
    if (pid === process.pid || !STARTED_BY_TESTS.test(command)) return [];
    const marked = readProcFile(pid, 'environ').split('\0').includes(`${RUN_VARIABLE}=${runId}`);
    return marked ? [{ pid, command: command.slice(0, 200) }] : [];
  });
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Empty when the process is gone meanwhile, is not ours, or is a zombie. */
function readProcFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
