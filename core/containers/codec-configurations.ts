import type { CodecString } from '../codecs/codec-strings.ts';
import { createBitReader, createByteReader } from './byte-reader.ts';

/** AVCDecoderConfigurationRecord (ISO 14496-15, 5.3.3.1), of MP4 and Matroska alike. */
export function parseAvcConfiguration(bytes: Uint8Array, tag: 'avc1' | 'avc3'): CodecString | null {
  const [version, profileIdc = 0, constraints = 0, levelIdc = 0] = bytes;
  if (version !== 1 || bytes.length < 4) return null;
  return { kind: 'avc', tag, profileIdc, constraints, levelIdc };
}

/** HEVCDecoderConfigurationRecord (ISO 14496-15, 8.3.3.1). */
export function parseHevcConfiguration(
  bytes: Uint8Array,
  tag: 'hvc1' | 'hev1',
): CodecString | null {
  const reader = createByteReader(bytes);
  reader.skip(1);
  const profile = reader.unsigned(1);
  const compatibility = reader.unsigned(4);
  const constraints = [...reader.bytes(6)];
  const levelIdc = reader.unsigned(1);
  if (reader.overrun) return null;
  return {
    kind: 'hevc',
    tag,
    profileSpace: profile >> 6,
    profileIdc: profile & 0x1f,
    compatibility,
    tier: (profile & 0x20) === 0 ? 'main' : 'high',
    levelIdc,
    constraints,
  };
}

/** AV1CodecConfigurationRecord (AV1 in ISOBMFF, 2.3.3). */
export function parseAv1Configuration(bytes: Uint8Array): CodecString | null {
  const [marker = 0, first = 0, second = 0] = bytes;
  if (marker !== 0x81 || bytes.length < 4) return null;
  const highDepth = (second & 0x40) !== 0;
  const twelve = highDepth && (second & 0x20) !== 0;
  return {
    kind: 'av1',
    profile: first >> 5,
    levelIndex: first & 0x1f,
    tier: (second & 0x80) === 0 ? 'main' : 'high',
    bitDepth: twelve ? 12 : highDepth ? 10 : 8,
    color: null,
  };
}

/** VPCodecConfigurationRecord (VP Codec ISO Media File Format Binding, version 1), behind the full box header. */
export function parseVpConfiguration(bytes: Uint8Array): CodecString | null {
  const reader = createByteReader(bytes);
  const version = reader.unsigned(1);
  reader.skip(3);
  const profile = reader.unsigned(1);
  const level = reader.unsigned(1);
  const packed = reader.unsigned(1);
  const primaries = reader.unsigned(1);
  const transfer = reader.unsigned(1);
  const matrix = reader.unsigned(1);
  if (reader.overrun || version !== 1) return null;
  const color = {
    chromaSubsampling: (packed >> 1) & 7,
    primaries,
    transfer,
    matrix,
    fullRange: packed & 1,
  };
  const plain =
    color.chromaSubsampling <= 1 &&
    color.fullRange === 0 &&
    [primaries, transfer, matrix].every((code) => code === 1 || code === 2);
  return { kind: 'vp9', profile, level, bitDepth: packed >> 4, color: plain ? null : color };
}

/** AudioSpecificConfig (ISO 14496-3, 1.6.2.1): 2 AAC-LC, 5 HE-AAC, 29 HE-AAC with parametric stereo. */
export function parseAudioSpecificConfig(bytes: Uint8Array): CodecString | null {
  if (bytes.length < 2) return null;
  const read = createBitReader(bytes);
  const short = read(5);
  const objectType = short === 31 ? 32 + read(6) : short;
  return objectType === 0 ? null : { kind: 'aac', objectType };
}
