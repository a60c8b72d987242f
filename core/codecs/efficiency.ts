import { AUDIO_CODECS, VIDEO_CODECS } from './codecs.ts';
import { parseAudioCodec, parseVideoCodec } from './ffprobe-names.ts';

/**
 * Shares of H.264's bits that codecs which only masters have need for like quality: rough, and only used
 * to say how many bits a rendition can fill. Intra-only camera codecs need many times as many.
 */
const MASTER_VIDEO_EFFICIENCY: Readonly<Record<string, number>> = {
  vvc: 0.4,
  h263: 2,
  flv1: 2,
  mpeg1video: 2.5,
  mpeg2video: 2,
  msmpeg4v2: 1.8,
  msmpeg4v3: 1.7,
  wmv1: 1.8,
  wmv2: 1.6,
  wmv3: 1.3,
  vc1: 1.2,
  rv40: 1.3,
  vp6: 1.5,
  vp6f: 1.5,
  mjpeg: 6,
  dvvideo: 6,
  prores: 8,
  dnxhd: 8,
  cfhd: 8,
};

const LOSSLESS_VIDEO = new Set([
  'rawvideo',
  'ffv1',
  'huffyuv',
  'ffvhuff',
  'utvideo',
  'magicyuv',
  'qtrle',
  'png',
  'gif',
  'v210',
  'v410',
  'r210',
  'msrle',
  'lagarith',
  'zmbv',
  'flashsv',
]);

/** Shares of MP3's bits. */
const MASTER_AUDIO_EFFICIENCY: Readonly<Record<string, number>> = {
  eac3: 1,
  dts: 2.5,
  mp2: 1.4,
  mp1: 1.8,
  wmav1: 1,
  wmav2: 1,
  wmapro: 0.8,
  amr_nb: 0.6,
  amr_wb: 0.6,
  speex: 0.8,
  cook: 1,
  atrac3: 1,
  nellymoser: 1,
  xhe_aac: 0.6,
};

const LOSSLESS_AUDIO = new Set([
  'alac',
  'ape',
  'wavpack',
  'tta',
  'tak',
  'truehd',
  'mlp',
  'wmalossless',
  'shorten',
  'als',
]);

/** Bits needed relative to H.264; null: lossless, so its bits say nothing about the picture. */
export function videoEfficiency(codec: string): number | null {
  const own = parseVideoCodec(codec);
  if (own !== null) return VIDEO_CODECS[own].efficiency;
  return LOSSLESS_VIDEO.has(codec) ? null : (MASTER_VIDEO_EFFICIENCY[codec] ?? 1.5);
}

/** Bits needed relative to MP3; null: lossless. */
export function audioEfficiency(codec: string): number | null {
  if (isLosslessAudio(codec)) return null;
  const own = parseAudioCodec(codec);
  return own === null ? (MASTER_AUDIO_EFFICIENCY[codec] ?? 1) : AUDIO_CODECS[own].efficiency;
}

export function isLosslessAudio(codec: string): boolean {
  const own = parseAudioCodec(codec);
  if (own !== null) return AUDIO_CODECS[own].lossless;
  return codec.startsWith('pcm_') || LOSSLESS_AUDIO.has(codec);
}
