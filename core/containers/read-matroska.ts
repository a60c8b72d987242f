import type { ByteSource } from './byte-source.ts';
import { type Element, parseElements, readFloat, readUnsigned, walkElements } from './ebml.ts';
import { readFirstFrame } from './first-block.ts';
import { matroskaCodecString } from './matroska-codecs.ts';
import { type MatroskaTrack, parseTracks } from './matroska-tracks.ts';

export type MatroskaFile =
  | {
      readonly ok: true;
      readonly tracks: readonly {
        readonly kind: 'video' | 'audio';
        /** `V_VP9`, `A_OPUS`, … */
        readonly type: string;
        /** null: no codec string is known for it. */
        readonly codecString: string | null;
      }[];
    }
  | { readonly ok: false; readonly reason: 'not-matroska' | 'no-tracks' };

const EBML_HEADER = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Attachments are elsewhere; descriptions of tracks are small. */
const LONGEST_DESCRIPTION = 1_048_576;

/** Codec strings of a WebM or Matroska file, from its track descriptions and, for VP9, its first frame. */
export async function readMatroska(source: ByteSource): Promise<MatroskaFile> {
  const segment = await findSegment(source);
  if (segment === null) return { ok: false, reason: 'not-matroska' };
  const parts = await readParts(source, segment);
  if (parts.tracks.length === 0) return { ok: false, reason: 'no-tracks' };
  const averageBitrateBps =
    parts.durationSeconds > 0 ? (source.size * 8) / parts.durationSeconds : null;
  const tracks = [];
  for (const track of parts.tracks) {
    const firstFrame = await frameFor(source, track, parts.cluster);
    const codecString = matroskaCodecString(track, { firstFrame, averageBitrateBps });
    tracks.push({ kind: track.kind, type: track.codecId, codecString });
  }
  return { ok: true, tracks };
}

async function findSegment(source: ByteSource): Promise<Element | null> {
  let first = true;
  for await (const element of walkElements(source, 0, source.size)) {
    if (first && element.id !== EBML_HEADER) return null;
    if (element.id === SEGMENT) return element;
    first = false;
  }
  return null;
}

interface Parts {
  readonly tracks: readonly MatroskaTrack[];
  readonly cluster: Element | null;
  /** 0: the file does not say. */
  readonly durationSeconds: number;
}

async function readParts(source: ByteSource, segment: Element): Promise<Parts> {
  let parts: Parts = { tracks: [], cluster: null, durationSeconds: 0 };
  for await (const element of walkElements(source, segment.contentStart, segment.end)) {
    if (element.id === INFO) {
      parts = { ...parts, durationSeconds: parseDuration(await readContent(source, element)) };
    } else if (element.id === TRACKS) {
      parts = { ...parts, tracks: parseTracks(await readContent(source, element)) };
    } else if (element.id === CLUSTER) {
      return { ...parts, cluster: element };
    }
  }
  return parts;
}

function readContent(source: ByteSource, { contentStart, end }: Element): Promise<Uint8Array> {
  return source.read(contentStart, Math.min(end - contentStart, LONGEST_DESCRIPTION));
}

function parseDuration(info: Uint8Array): number {
  const fields = new Map(parseElements(info));
  const scale = fields.get(TIMESTAMP_SCALE);
  const ticks = readFloat(fields.get(DURATION) ?? new Uint8Array());
  const seconds = (ticks * (scale === undefined ? 1_000_000 : readUnsigned(scale))) / 1e9;
  return Number.isFinite(seconds) ? seconds : 0;
}

async function frameFor(
  source: ByteSource,
  track: MatroskaTrack,
  cluster: Element | null,
): Promise<Uint8Array | null> {
  if (track.codecId !== 'V_VP9' || cluster === null) return null;
  return readFirstFrame(source, cluster, track.number);
}
