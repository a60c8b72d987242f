import { createByteReader, latin1 } from './byte-reader.ts';
import type { ByteSource } from './byte-source.ts';

/** One box of ISO 14496-12, 4.2; offsets into the source. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** Real files have a handful a level, fragmented ones some thousands at the top. */
const MOST_BOXES = 4_096;

/** The boxes between two offsets, from their headers alone. Stops at the first that makes no sense. */
export async function* walkBoxes(
  source: ByteSource,
  start: number,
  end: number,
): AsyncGenerator<Box> {
  const limit = Math.min(end, source.size);
  let position = start;
  for (let count = 0; count < MOST_BOXES && position + 8 <= limit; count += 1) {
    const box = parseHeader(await source.read(position, 16), position, limit);
    if (box === null) return;
    yield box;
    position = box.end;
  }
}

export async function findBox(source: ByteSource, parent: Box, type: string): Promise<Box | null> {
  for await (const box of walkBoxes(source, parent.contentStart, parent.end)) {
    if (box.type === type) return box;
  }
  return null;
}

/** Size 1: the real one follows in 64 bits; size 0: up to the end. */
function parseHeader(bytes: Uint8Array, start: number, limit: number): Box | null {
  const reader = createByteReader(bytes);
  const short = reader.unsigned(4);
  const type = reader.text(4);
  const size = short === 1 ? reader.unsigned(4) * 2 ** 32 + reader.unsigned(4) : short;
  const contentStart = start + reader.position;
  const end = short === 0 ? limit : start + size;
  if (reader.overrun || end < contentStart || !isType(type)) return null;
  return { type, start, contentStart: Math.min(contentStart, limit), end: Math.min(end, limit) };
}

function isType(type: string): boolean {
  return /^[\x20-\x7e\xa9]{4}$/.test(type);
}

/** Boxes inside bytes that are read already, by type; of several the first. */
export function parseBoxes(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const boxes = new Map<string, Uint8Array>();
  let position = 0;
  while (position + 8 <= bytes.length) {
    const size = createByteReader(bytes.subarray(position)).unsigned(4);
    if (size < 8) break;
    const type = latin1(bytes.subarray(position + 4, position + 8));
    if (!boxes.has(type)) boxes.set(type, bytes.subarray(position + 8, position + size));
    position += size;
  }
  return boxes;
}
