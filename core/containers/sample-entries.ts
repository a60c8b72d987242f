import { buildCodecString, type CodecString } from '../codecs/codec-strings.ts';
import { parseBoxes } from './boxes.ts';
import { createByteReader } from './byte-reader.ts';
import {
  parseAv1Configuration,
  parseAvcConfiguration,
  parseHevcConfiguration,
  parseVpConfiguration,
} from './codec-configurations.ts';
import { parseElementaryStream } from './elementary-stream.ts';

export interface SampleEntry {
  /** `avc1`, `mp4a`, … */
  readonly type: string;
  /** null: no codec string is known for it. */
  readonly codecString: string | null;
}

/** Fixed part before the child boxes (ISO 14496-12, 12.1.3 and 12.2.3), from the entry's start. */
const VISUAL_HEADER = 86;
const AUDIO_HEADER = 36;
/** QuickTime sound descriptions of version 1 and 2 are longer. */
const AUDIO_EXTRAS = [0, 16, 36];

/** The first entry of an `stsd` box's content; null: it holds none. */
export function parseSampleEntry(stsd: Uint8Array, handler: string): SampleEntry | null {
  const reader = createByteReader(stsd);
  reader.skip(8);
  const size = reader.unsigned(4);
  const type = reader.text(4);
  if (reader.overrun || size < 16) return null;
  const entry = stsd.subarray(8, 8 + size);
  const children = parseBoxes(entry.subarray(headerLength(entry, handler)));
  return { type, codecString: codecStringOf(type, children) };
}

function headerLength(entry: Uint8Array, handler: string): number {
  if (handler !== 'soun') return VISUAL_HEADER;
  const version = createByteReader(entry.subarray(16)).unsigned(2);
  return AUDIO_HEADER + (AUDIO_EXTRAS[version] ?? 0);
}

type Children = ReadonlyMap<string, Uint8Array>;

function codecStringOf(type: string, children: Children): string | null {
  if (type === 'mp4a' || type === 'mp4v') return fromElementaryStream(children);
  const codec = codecOf(type, children);
  return codec === null ? null : buildCodecString(codec);
}

function codecOf(type: string, children: Children): CodecString | null {
  const configuration = (name: string) => children.get(name) ?? new Uint8Array();
  switch (type) {
    case 'avc1':
    case 'avc3':
      return parseAvcConfiguration(configuration('avcC'), type);
    case 'hvc1':
    case 'hev1':
      return parseHevcConfiguration(configuration('hvcC'), type);
    case 'av01':
      return parseAv1Configuration(configuration('av1C'));
    case 'vp09':
      return parseVpConfiguration(configuration('vpcC'));
    case 'vp08':
      return { kind: 'vp8' };
    case 'Opus':
      return { kind: 'opus' };
    case 'fLaC':
      return { kind: 'flac' };
    case 'ac-3':
      return { kind: 'ac3' };
    case '.mp3':
      return { kind: 'mp3', inMp4: true };
    default:
      return null;
  }
}

/** QuickTime wraps `esds` into `wave`. */
function fromElementaryStream(children: Children): string | null {
  const wave = children.get('wave');
  const esds =
    children.get('esds') ?? (wave === undefined ? undefined : parseBoxes(wave).get('esds'));
  return esds === undefined ? null : parseElementaryStream(esds);
}
