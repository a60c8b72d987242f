import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { createLogger, type Logger } from '../logger.ts';

/** Beyond this the file is kept aside as `….old` at the next start. */
const MOST_BYTES = 2_000_000;

/** A log that loses nothing in a crash: each entry is written at once. They are few. */
export function openLogFile(file: string, clock: Clock): Logger {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MOST_BYTES) renameSync(file, `${file}.old`);
  return createLogger(clock, (text) => {
    try {
      appendFileSync(file, text);
    } catch (error) {
      // a full disk must not take the application down with it
      process.stderr.write(`${text}The log file cannot be written: ${String(error)}\n`);
    }
  });
}
