import { latin1 } from './byte-reader.ts';
import { parseElements, readUnsigned } from './ebml.ts';

export interface MatroskaTrack {
  readonly number: number;
  readonly kind: 'video' | 'audio';
  /** `V_VP9`, `A_OPUS`, … */
  readonly codecId: string;
  readonly codecPrivate: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** null: the track does not say. */
  readonly frameRate: number | null;
}

const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const DEFAULT_DURATION = 0x23e383;
const VIDEO = 0xe0;
const PIXEL_WIDTH = 0xb0;
const PIXEL_HEIGHT = 0xba;

/** The picture and sound tracks of a `Tracks` element (RFC 9559, 5.1.4). */
export function parseTracks(tracks: Uint8Array): readonly MatroskaTrack[] {
  return parseElements(tracks)
    .filter(([id]) => id === TRACK_ENTRY)
    .map(([, entry]) => parseTrack(entry))
    .filter((track) => track !== null);
}

function parseTrack(entry: Uint8Array): MatroskaTrack | null {
  const fields = new Map(parseElements(entry));
  const number = (id: number) => readUnsigned(fields.get(id) ?? new Uint8Array());
  const type = number(TRACK_TYPE);
  if (type !== 1 && type !== 2) return null;
  const video = new Map(parseElements(fields.get(VIDEO) ?? new Uint8Array()));
  const side = (id: number) => readUnsigned(video.get(id) ?? new Uint8Array());
  const nanoseconds = number(DEFAULT_DURATION);
  return {
    number: number(TRACK_NUMBER),
    kind: type === 1 ? 'video' : 'audio',
    codecId: latin1(fields.get(CODEC_ID) ?? new Uint8Array()).replaceAll('\0', ''),
    codecPrivate: fields.get(CODEC_PRIVATE) ?? new Uint8Array(),
    width: side(PIXEL_WIDTH),
    height: side(PIXEL_HEIGHT),
    frameRate: nanoseconds === 0 ? null : 1e9 / nanoseconds,
  };
}
