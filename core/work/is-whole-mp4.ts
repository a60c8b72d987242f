import { walkBoxes } from '../containers/boxes.ts';
import type { ByteSource } from '../containers/byte-source.ts';

/**
 * Whether the boxes of an MP4 end where the file ends. With its index at the front a file that was cut off still
 * probes well: only its length gives it away.
 */
export async function isWholeMp4(source: ByteSource): Promise<boolean> {
  const endless: ByteSource = {
    size: Number.MAX_SAFE_INTEGER,
    read: (offset, length) => source.read(offset, length),
  };
  let end = 0;
  for await (const box of walkBoxes(endless, 0, endless.size)) end = box.end;
  return end === source.size;
}
