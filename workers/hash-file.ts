import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { checkRegular } from './check-file.ts';
import { readingFailure } from './reading-failure.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Hex SHA-256 of the whole content, a megabyte at a time. Aborting rejects with the signal's reason. */
export async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  await checkRegular(path);
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), hash, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw readingFailure(path, error);
  }
  return hash.digest('hex');
}
