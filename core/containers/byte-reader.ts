/** Reads big-endian numbers one after the other. Beyond the end everything is zero and `overrun` true. */
export interface ByteReader {
  readonly position: number;
  readonly remaining: number;
  readonly overrun: boolean;
  skip(count: number): void;
  /** An unsigned number of 1 to 6 bytes. */
  unsigned(byteCount: number): number;
  bytes(count: number): Uint8Array;
  text(count: number): string;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let position = 0;
  let overrun = false;
  const take = (count: number): Uint8Array => {
    const wanted = Math.max(0, count);
    overrun ||= position + wanted > bytes.length;
    const taken = bytes.subarray(position, position + wanted);
    position = Math.min(bytes.length, position + wanted);
    return taken;
  };
  return {
    get position() {
      return position;
    },
    get remaining() {
      return bytes.length - position;
    },
    get overrun() {
      return overrun;
    },
    skip: (count) => void take(count),
    unsigned: (byteCount) => take(byteCount).reduce((value, byte) => value * 256 + byte, 0),
    bytes: take,
    text: (count) => latin1(take(count)),
  };
}

export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 1_024));
}

/** Reads bits from the highest of each byte on, as MPEG and VP9 write them. Zero beyond the end. */
export function createBitReader(bytes: Uint8Array): (count: number) => number {
  let position = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, position += 1) {
      const byte = bytes[position >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (position & 7))) & 1);
    }
    return value;
  };
}
