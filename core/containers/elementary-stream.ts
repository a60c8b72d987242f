import { buildCodecString, type CodecString } from '../codecs/codec-strings.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { parseAudioSpecificConfig } from './codec-configurations.ts';

interface DecoderConfiguration {
  /** ISO 14496-1 table 5. */
  readonly objectType: number;
  readonly specific: Uint8Array;
}

/** The codec string behind an `esds` box (ISO 14496-14, 5.6); null: none that is known. */
export function parseElementaryStream(esds: Uint8Array): string | null {
  const configuration = parseDescriptors(esds.subarray(4));
  if (configuration === null) return null;
  const { objectType, specific } = configuration;
  if (objectType === 0x20) return mpeg4Visual(specific);
  const codec = audioCodec(objectType, specific);
  return codec === null ? null : buildCodecString(codec);
}

function audioCodec(objectType: number, specific: Uint8Array): CodecString | null {
  switch (objectType) {
    case 0x40:
      return parseAudioSpecificConfig(specific);
    // MPEG-2 AAC Main, LC and SSR
    case 0x66:
    case 0x67:
    case 0x68:
      return { kind: 'aac', objectType: objectType - 0x65 };
    case 0x69:
    case 0x6b:
      return { kind: 'mp3', inMp4: true };
    case 0xa5:
      return { kind: 'ac3' };
    case 0xad:
      return { kind: 'opus' };
    case 0xdd:
      return { kind: 'vorbis' };
    default:
      return null;
  }
}

const ES_DESCRIPTOR = 3;
const DECODER_CONFIGURATION = 4;
const DECODER_SPECIFIC = 5;

function parseDescriptors(bytes: Uint8Array): DecoderConfiguration | null {
  const reader = createByteReader(bytes);
  if (!enter(reader, ES_DESCRIPTOR)) return null;
  reader.skip(2);
  const flags = reader.unsigned(1);
  if ((flags & 0x80) !== 0) reader.skip(2);
  if ((flags & 0x40) !== 0) reader.skip(reader.unsigned(1));
  if ((flags & 0x20) !== 0) reader.skip(2);
  if (!enter(reader, DECODER_CONFIGURATION)) return null;
  const objectType = reader.unsigned(1);
  reader.skip(12);
  if (reader.overrun) return null;
  const length = reader.remaining > 0 ? descriptorLength(reader, DECODER_SPECIFIC) : null;
  return { objectType, specific: reader.bytes(Math.min(length ?? 0, reader.remaining)) };
}

function enter(reader: ByteReader, tag: number): boolean {
  return descriptorLength(reader, tag) !== null && !reader.overrun;
}

/** Seven bits a byte, four bytes at most (ISO 14496-1, 8.3.3). */
function descriptorLength(reader: ByteReader, tag: number): number | null {
  if (reader.unsigned(1) !== tag) return null;
  let length = 0;
  for (let count = 0; count < 4; count += 1) {
    const byte = reader.unsigned(1);
    length = length * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) break;
  }
  return length;
}

/** `mp4v.20.P`, with P from the visual object sequence header where there is one (RFC 6381, 3.3). */
function mpeg4Visual(specific: Uint8Array): string {
  const [a, b, c, code, profile] = specific;
  const hasHeader = a === 0 && b === 0 && c === 1 && code === 0xb0;
  return hasHeader && profile !== undefined ? `mp4v.20.${profile}` : 'mp4v.20';
}
