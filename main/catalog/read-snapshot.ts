import { type FileHandle, open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReadSnapshot } from './snapshot-text.ts';

const CHUNK_BYTES = 16 * 1024 * 1024;
const LINE_END = 10;

const headerSchema = z.object({
  avlogue: z.literal('catalog'),
  version: z.int().min(1),
  sequence: z.int().nonnegative(),
  writtenBy: z.string().default(''),
});

const wholeSchema = headerSchema.extend({
  collections: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/** The text is there and is not a snapshot. */
export class SnapshotDamage extends Error {}

/**
 * Reads line by line what `snapshotPieces` wrote; a file that was laid out anew by an editor is read at once.
 * @throws SnapshotDamage, or the system's error
 */
export async function readSnapshot(
  path: string,
  chunkBytes: number = CHUNK_BYTES,
): Promise<ReadSnapshot> {
  const reader = new SnapshotReader();
  for await (const lines of readLines(path, chunkBytes)) {
    if (!reader.take(lines)) return parseWhole(await readFile(path, 'utf8'));
  }
  return reader.end();
}

function parseWhole(text: string): ReadSnapshot {
  const parsed = wholeSchema.safeParse(parse(text, 'as one document'));
  if (parsed.success) return parsed.data;
  throw new SnapshotDamage('it is not a catalog of AVlogue', { cause: parsed.error });
}

/** Whole lines, many at once; the next ones are read while these are parsed. */
async function* readLines(path: string, chunkBytes: number): AsyncIterable<string> {
  const file = await open(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let reading = readAhead(file, chunkBytes);
    for (;;) {
      const chunk = await reading;
      if (chunk.length === 0) break;
      reading = readAhead(file, chunkBytes);
      const end = chunk.lastIndexOf(LINE_END) + 1;
      if (end > 0) yield Buffer.concat([rest, chunk.subarray(0, end)]).toString('utf8');
      rest = end > 0 ? chunk.subarray(end) : Buffer.concat([rest, chunk]);
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    await file.close();
  }
}

function readAhead(file: FileHandle, bytes: number): Promise<Buffer<ArrayBuffer>> {
  const reading = file
    .read(Buffer.allocUnsafe(bytes), 0, bytes)
    .then(({ buffer, bytesRead }) => buffer.subarray(0, bytesRead));
  // whoever stops reading early never awaits it
  reading.catch(() => {});
  return reading;
}

type RawRecord = Record<string, unknown>;

class SnapshotReader {
  #header: z.infer<typeof headerSchema> | null = null;
  #records: RawRecord[] | null = null;
  #ended = false;
  #line = 0;
  readonly #collections: Record<string, RawRecord[]> = {};

  /** false: the text is not laid out in lines. */
  take(text: string): boolean {
    let start = 0;
    while (start < text.length) {
      const found = text.indexOf('\n', start);
      const end = found === -1 ? text.length : found;
      if (!this.#takeLine(text.slice(start, end))) return false;
      start = end + 1;
    }
    return true;
  }

  end(): ReadSnapshot {
    if (this.#header === null || !this.#ended) throw new SnapshotDamage('its end is missing');
    return { ...this.#header, collections: this.#collections };
  }

  #takeLine(line: string): boolean {
    this.#line += 1;
    if (this.#header === null) return this.#takeHeader(line);
    if (this.#records !== null && line.startsWith('{')) this.#takeRecord(this.#records, line);
    else if (this.#records !== null && /^\],?$/.test(line)) this.#records = null;
    else if (this.#records === null && line === '}}') this.#ended = true;
    else this.#beginCollection(line);
    return true;
  }

  #takeHeader(line: string): boolean {
    if (!line.endsWith('"collections":{')) return false;
    const parsed = headerSchema.safeParse(parse(`${line}}}`, 'in line 1'));
    if (!parsed.success) throw new SnapshotDamage('its first line is not that of a catalog');
    this.#header = parsed.data;
    return true;
  }

  #takeRecord(records: RawRecord[], line: string): void {
    const text = line.endsWith(',') ? line.slice(0, -1) : line;
    // a line that begins with a brace and parses is an object
    records.push(parse(text, `in line ${this.#line}`) as RawRecord);
  }

  #beginCollection(line: string): void {
    const name = /^"(\w+)":\[$/.exec(line)?.[1];
    if (name === undefined || this.#records !== null || this.#ended) {
      throw new SnapshotDamage(`line ${this.#line} is not a part of it`);
    }
    this.#records = this.#collections[name] = [];
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SnapshotDamage(`it cannot be read ${where}`, { cause });
  }
}
