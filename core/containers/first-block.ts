import type { ByteSource } from './byte-source.ts';
import { type Element, walkElements } from './ebml.ts';

const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const ENOUGH = 64;

/** The first bytes of a track's first frame in this cluster; null: it has none there. */
export async function readFirstFrame(
  source: ByteSource,
  cluster: Element,
  trackNumber: number,
): Promise<Uint8Array | null> {
  for await (const element of walkElements(source, cluster.contentStart, cluster.end)) {
    const block = await blockOf(source, element);
    if (block === null) continue;
    const bytes = await source.read(block.contentStart, ENOUGH);
    const frame = frameOf(bytes.subarray(0, block.end - block.contentStart), trackNumber);
    if (frame !== null) return frame;
  }
  return null;
}

async function blockOf(source: ByteSource, element: Element): Promise<Element | null> {
  if (element.id === SIMPLE_BLOCK) return element;
  if (element.id !== BLOCK_GROUP) return null;
  for await (const child of walkElements(source, element.contentStart, element.end)) {
    if (child.id === BLOCK) return child;
  }
  return null;
}

/** Track number (one byte up to 127), time code (2), flags (1); laced blocks hold sound. */
function frameOf(block: Uint8Array, trackNumber: number): Uint8Array | null {
  const [number = 0, , , flags = 0] = block;
  if (number !== (trackNumber | 0x80) || (flags & 0x06) !== 0) return null;
  return block.subarray(4);
}
