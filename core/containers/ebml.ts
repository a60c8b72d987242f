import { createByteReader } from './byte-reader.ts';
import type { ByteSource } from './byte-source.ts';

/** One element of EBML (RFC 8794, 6); offsets into the source. */
export interface Element {
  readonly id: number;
  readonly contentStart: number;
  /** Of the parent where the size is unknown (live recordings). */
  readonly end: number;
}

const MOST_ELEMENTS = 4_096;
/** Of an id (4) and a size (8). */
const LONGEST_HEADER = 12;

/** The elements between two offsets, from their headers alone. Stops at the first that makes no sense. */
export async function* walkElements(
  source: ByteSource,
  start: number,
  end: number,
): AsyncGenerator<Element> {
  const limit = Math.min(end, source.size);
  let position = start;
  for (let count = 0; count < MOST_ELEMENTS && position + 2 <= limit; count += 1) {
    const element = parseElement(await source.read(position, LONGEST_HEADER), position, limit);
    if (element === null) return;
    yield element;
    position = element.end;
  }
}

/** Elements inside bytes that are read already. */
export function parseElements(bytes: Uint8Array): readonly (readonly [number, Uint8Array])[] {
  const found: (readonly [number, Uint8Array])[] = [];
  let position = 0;
  while (position + 2 <= bytes.length && found.length < MOST_ELEMENTS) {
    const header = bytes.subarray(position, position + LONGEST_HEADER);
    const element = parseElement(header, position, bytes.length);
    if (element === null) break;
    found.push([element.id, bytes.subarray(element.contentStart, element.end)]);
    position = element.end;
  }
  return found;
}

export function readUnsigned(bytes: Uint8Array): number {
  return createByteReader(bytes).unsigned(Math.min(bytes.length, 6));
}

/** An IEEE number of four or eight bytes; 0 for other lengths. */
export function readFloat(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 4) return view.getFloat32(0);
  return bytes.length === 8 ? view.getFloat64(0) : 0;
}

function parseElement(header: Uint8Array, start: number, limit: number): Element | null {
  const idLength = lengthFrom(header[0]);
  if (idLength > 4) return null;
  const sizeLength = lengthFrom(header[idLength]);
  if (sizeLength > 8 || header.length < idLength + sizeLength) return null;
  const id = createByteReader(header).unsigned(idLength);
  const contentStart = start + idLength + sizeLength;
  const size = sizeFrom(header.subarray(idLength, idLength + sizeLength));
  const end = size === null ? limit : Math.min(limit, contentStart + size);
  return end < contentStart ? null : { id, contentStart, end };
}

/** The number of leading zero bits and one; 9 where there is no marker at all. */
function lengthFrom(first: number | undefined): number {
  return first === undefined || first === 0 ? 9 : Math.clz32(first) - 23;
}

/** null: all bits set, the size is unknown. */
function sizeFrom(bytes: Uint8Array): number | null {
  const [first = 0, ...rest] = bytes;
  const own = first & (0xff >> bytes.length);
  const unknown = own === 0xff >> bytes.length && rest.every((byte) => byte === 0xff);
  return unknown ? null : rest.reduce((size, byte) => size * 256 + byte, own);
}
