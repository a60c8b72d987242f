import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { MasterStat } from './master-stat.ts';

/**
 * What was read in files that hold the content of a known master, so that a start over an unchanged folder reads no
 * file again. A mere memory, kept in a file beside the catalog: what is lost of it is read anew.
 */
export interface KnownCopies {
  /** SHA-256 of what is at this path if it still looks as it did when it was read; null when that is not known. */
  find(path: string, look: MasterStat): Promise<string | null>;
  /** All that hold one of these contents, as they were when they were read. */
  of(contents: ReadonlySet<string>): Promise<readonly KnownCopy[]>;
  /** Never rejects. */
  remember(copy: KnownCopy): Promise<void>;
}

export interface KnownCopy extends MasterStat {
  readonly path: string;
  readonly sha256: string;
}

/** About 20 MB; beyond this the oldest are forgotten. */
const MOST_COPIES = 100_000;
/** Lines that say nothing new any more, before the file is written anew. */
const MOST_STALE_LINES = 1_000;

const lineSchema = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.string().regex(/^[0-9a-f]{64}$/),
]);

export function createKnownCopies(file: string): KnownCopies {
  let loading: Promise<Map<string, KnownCopy>> | undefined;

  function loaded(): Promise<Map<string, KnownCopy>> {
    loading ??= readCopies(file);
    return loading;
  }

  return {
    async find(path, { sizeBytes, modifiedMs }) {
      const copy = (await loaded()).get(path);
      const same = copy?.sizeBytes === sizeBytes && copy.modifiedMs === modifiedMs;
      return same ? copy.sha256 : null;
    },
    of: async (contents) =>
      [...(await loaded()).values()].filter(({ sha256 }) => contents.has(sha256)),
    async remember(copy) {
      const copies = await loaded();
      copies.delete(copy.path);
      copies.set(copy.path, copy);
      forgetOldest(copies);
      await appendFile(file, lineOf(copy)).catch(() => undefined);
    },
  };
}

async function readCopies(file: string): Promise<Map<string, KnownCopy>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter((line) => line !== '');
  const copies = new Map<string, KnownCopy>();
  for (const copy of lines.flatMap(parseLine)) {
    copies.delete(copy.path);
    copies.set(copy.path, copy);
  }
  forgetOldest(copies);
  const isTorn = text !== '' && !text.endsWith('\n');
  if (isTorn || lines.length > copies.size + MOST_STALE_LINES) {
    await writeFileAtomically(file, copies.values().map(lineOf)).catch(() => undefined);
  }
  return copies;
}

function forgetOldest(copies: Map<string, KnownCopy>): void {
  for (const path of copies.keys()) {
    if (copies.size <= MOST_COPIES) return;
    copies.delete(path);
  }
}

function lineOf({ path, sizeBytes, modifiedMs, sha256 }: KnownCopy): string {
  return `${JSON.stringify([path, sizeBytes, modifiedMs, sha256])}\n`;
}

/** Half a line of a crash, or another program's text, tells nothing. */
function parseLine(line: string): readonly KnownCopy[] {
  try {
    const [path, sizeBytes, modifiedMs, sha256] = lineSchema.parse(JSON.parse(line));
    return [{ path, sizeBytes, modifiedMs, sha256 }];
  } catch {
    return [];
  }
}
