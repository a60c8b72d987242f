import { buildCodecString, type CodecString } from '../codecs/codec-strings.ts';
import { lowestLevel } from '../codecs/levels.ts';
import {
  parseAudioSpecificConfig,
  parseAv1Configuration,
  parseAvcConfiguration,
  parseHevcConfiguration,
} from './codec-configurations.ts';
import type { MatroskaTrack } from './matroska-tracks.ts';
import { parseVp9Features, parseVp9Header } from './vp9-header.ts';

export interface Vp9Evidence {
  /** First bytes of the track's first frame. */
  readonly firstFrame: Uint8Array | null;
  /** Of the whole file; null: unknown. */
  readonly averageBitrateBps: number | null;
}

/** null: no codec string is known for this track, or its description is damaged. */
export function matroskaCodecString(track: MatroskaTrack, evidence: Vp9Evidence): string | null {
  const codec = codecOf(track, evidence);
  return codec === null ? null : buildCodecString(codec);
}

const BARE: Readonly<Record<string, CodecString>> = {
  V_VP8: { kind: 'vp8' },
  V_THEORA: { kind: 'theora' },
  A_OPUS: { kind: 'opus' },
  A_VORBIS: { kind: 'vorbis' },
  A_FLAC: { kind: 'flac' },
  A_AC3: { kind: 'ac3' },
  'A_MPEG/L3': { kind: 'mp3', inMp4: false },
};

function codecOf(track: MatroskaTrack, evidence: Vp9Evidence): CodecString | null {
  switch (track.codecId) {
    case 'V_MPEG4/ISO/AVC':
      return parseAvcConfiguration(track.codecPrivate, 'avc1');
    case 'V_MPEGH/ISO/HEVC':
      return parseHevcConfiguration(track.codecPrivate, 'hvc1');
    case 'V_AV1':
      return parseAv1Configuration(track.codecPrivate);
    case 'V_VP9':
      return vp9Of(track, evidence);
    case 'A_AAC':
      return parseAudioSpecificConfig(track.codecPrivate);
    default:
      return BARE[track.codecId] ?? null;
  }
}

/** Matroska need not name VP9's profile, depth and level: they come from the first frame and the picture's size. */
function vp9Of(track: MatroskaTrack, evidence: Vp9Evidence): CodecString | null {
  const features = parseVp9Features(track.codecPrivate);
  const header = evidence.firstFrame === null ? null : parseVp9Header(evidence.firstFrame);
  const profile = header?.profile ?? features.get(1);
  const level = features.get(2) ?? derivedLevel(track, evidence);
  if (profile === undefined || level === null) return null;
  const bitDepth = header?.bitDepth ?? features.get(3) ?? 8;
  return { kind: 'vp9', profile, level, bitDepth, color: null };
}

function derivedLevel(
  { width, height, frameRate }: MatroskaTrack,
  { averageBitrateBps }: Vp9Evidence,
): number | null {
  if (width < 1 || height < 1) return null;
  const demand = { width, height, frameRate, bitrateBps: averageBitrateBps, profile: null };
  const level = lowestLevel('vp9', demand);
  return level === null ? null : Math.round(Number(level) * 10);
}
