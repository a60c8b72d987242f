import { open } from 'node:fs/promises';
import type { ByteSource } from '../core/containers/byte-source.ts';

/** Lends a file's bytes to a reader of `core/containers` and closes it afterwards. */
export async function withFileSource<T>(
  path: string,
  read: (source: ByteSource) => Promise<T>,
): Promise<T> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  return await read({
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
  });
}
