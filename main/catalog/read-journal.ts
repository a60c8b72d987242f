import { readFile } from 'node:fs/promises';
import type { JournalLine } from '../../core/catalog/replay.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { parseJournalLine } from './journal-line.ts';

const LINE_END = 10;

export interface JournalContent {
  readonly exists: boolean;
  /** The good ones, in the order of the file. */
  readonly lines: readonly JournalLine[];
  /** Whole lines that are not what was written. */
  readonly badLines: number;
  /** Bytes without an end of line at the end: a write that did not come to its end. */
  readonly tornBytes: number;
  /** Where the last good line ends. */
  readonly goodBytes: number;
}

/** Takes what is good and counts what is not; only the system's own failures reject. */
export async function readJournal(path: string): Promise<JournalContent> {
  const bytes = await readIfThere(path);
  const lines: JournalLine[] = [];
  let badLines = 0;
  let goodBytes = 0;
  let start = 0;
  for (let end = next(bytes, 0); end !== -1; end = next(bytes, start)) {
    const line = parseJournalLine(bytes.toString('utf8', start, end));
    start = end + 1;
    if (line === null) badLines += 1;
    else {
      lines.push(line);
      goodBytes = start;
    }
  }
  return { exists: bytes !== NOTHING, lines, badLines, tornBytes: bytes.length - start, goodBytes };
}

const NOTHING = Buffer.alloc(0);

function next(bytes: Buffer, from: number): number {
  return bytes.indexOf(LINE_END, from);
}

async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return NOTHING;
    throw error;
  }
}
