/** A file, or bytes in memory, as the readers here see it. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end, none beyond it. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function sourceFromBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}
