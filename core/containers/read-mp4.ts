import { type Box, findBox, walkBoxes } from './boxes.ts';
import { latin1 } from './byte-reader.ts';
import type { ByteSource } from './byte-source.ts';
import { parseSampleEntry, type SampleEntry } from './sample-entries.ts';

export interface Mp4Track extends SampleEntry {
  readonly kind: 'video' | 'audio';
}

export type Mp4File =
  | {
      readonly ok: true;
      /** `moov` before `mdat`. */
      readonly fastStart: boolean;
      readonly tracks: readonly Mp4Track[];
    }
  | { readonly ok: false; readonly reason: 'not-mp4' | 'no-index' };

/** Sample descriptions hold parameter sets; no real one comes near this. */
const LONGEST_DESCRIPTION = 65_536;

/** Sample entries and the place of the index, from box headers and `stsd` alone: a few kilobytes are read. */
export async function readMp4(source: ByteSource): Promise<Mp4File> {
  const layout = await readLayout(source);
  if (layout === null) return { ok: false, reason: 'not-mp4' };
  if (layout.index === null) return { ok: false, reason: 'no-index' };
  return { ok: true, fastStart: layout.fastStart, tracks: await readTracks(source, layout.index) };
}

/** Types that an ISO or QuickTime file starts with. */
const FIRST_TYPES = new Set([
  'ftyp',
  'moov',
  'mdat',
  'wide',
  'free',
  'skip',
  'pnot',
  'styp',
  'uuid',
]);

interface Layout {
  readonly index: Box | null;
  readonly fastStart: boolean;
}

async function readLayout(source: ByteSource): Promise<Layout | null> {
  let first = true;
  let dataSeen = false;
  for await (const box of walkBoxes(source, 0, source.size)) {
    if (first && !FIRST_TYPES.has(box.type)) return null;
    first = false;
    if (box.type === 'moov') return { index: box, fastStart: !dataSeen };
    dataSeen ||= box.type === 'mdat';
  }
  return first ? null : { index: null, fastStart: false };
}

async function readTracks(source: ByteSource, index: Box): Promise<readonly Mp4Track[]> {
  const tracks: Mp4Track[] = [];
  for await (const box of walkBoxes(source, index.contentStart, index.end)) {
    const track = box.type === 'trak' ? await readTrack(source, box) : null;
    if (track !== null) tracks.push(track);
  }
  return tracks;
}

async function readTrack(source: ByteSource, track: Box): Promise<Mp4Track | null> {
  const media = await findBox(source, track, 'mdia');
  if (media === null) return null;
  const handler = await readHandler(source, media);
  const kind = handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : null;
  if (kind === null) return null;
  const description = await findPath(source, media, ['minf', 'stbl', 'stsd']);
  if (description === null) return null;
  const entry = parseSampleEntry(await readContent(source, description), handler);
  return entry === null ? null : { kind, ...entry };
}

async function readHandler(source: ByteSource, media: Box): Promise<string> {
  const box = await findBox(source, media, 'hdlr');
  return box === null ? '' : latin1((await readContent(source, box)).subarray(8, 12));
}

async function findPath(
  source: ByteSource,
  from: Box,
  path: readonly string[],
): Promise<Box | null> {
  let box: Box | null = from;
  for (const type of path) box = box === null ? null : await findBox(source, box, type);
  return box;
}

function readContent(source: ByteSource, box: Box): Promise<Uint8Array> {
  const length = Math.min(box.end - box.contentStart, LONGEST_DESCRIPTION);
  return source.read(box.contentStart, length);
}
