import type { ByteSource } from './byte-source.ts';
import { readMp4 } from './read-mp4.ts';

/** Whether `moov` stands before `mdat`; null: the file is no MP4 or QuickTime file. A few kilobytes are read. */
export async function readFastStart(source: ByteSource): Promise<boolean | null> {
  const file = await readMp4(source);
  return file.ok ? file.fastStart : null;
}
