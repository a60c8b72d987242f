import type { ByteSource } from './byte-source.ts';

/** Whether `moov` stands before `mdat`; null: the file is no MP4 or QuickTime file. Reads box headers only. */
export async function readFastStart(_source: ByteSource): Promise<boolean | null> {
  return null;
}
