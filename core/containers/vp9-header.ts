import { createBitReader } from './byte-reader.ts';

export interface Vp9Header {
  readonly profile: number;
  readonly bitDepth: number;
}

const SYNC_CODE = 0x498342;

/** The uncompressed header of a key frame (VP9 bitstream specification, 6.2); null: it is none. */
export function parseVp9Header(frame: Uint8Array): Vp9Header | null {
  const read = createBitReader(frame);
  if (read(2) !== 2) return null;
  const profile = read(1) + 2 * read(1);
  if (profile === 3) read(1);
  const showExisting = read(1);
  const notKey = read(1);
  if (showExisting === 1 || notKey === 1) return null;
  read(2);
  if (read(24) !== SYNC_CODE) return null;
  return { profile, bitDepth: profile < 2 ? 8 : read(1) === 1 ? 12 : 10 };
}

/** WebM's codec private data: features of one byte each, behind an id and a length; 1 is the profile, 2 the level, 3 the depth. */
export function parseVp9Features(codecPrivate: Uint8Array): ReadonlyMap<number, number> {
  const features = new Map<number, number>();
  for (let position = 0; position + 2 < codecPrivate.length; position += 3) {
    const [id = 0, length, value = 0] = codecPrivate.subarray(position, position + 3);
    if (length !== 1) break;
    features.set(id, value);
  }
  return features;
}
