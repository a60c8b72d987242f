import type { AudioCodec, VideoCodec } from '../../codecs/codecs.ts';
import { AUDIO_CODEC_NAMES, VIDEO_CODEC_NAMES } from '../../codecs/codecs.ts';
import { CONTAINER_NAMES, type Container } from '../../codecs/containers.ts';
import type { MediaKind } from '../../model/scalars.ts';

/** The old AVlogue's settings could name codecs and containers as FFmpeg does. */
const VIDEO_ALIASES: Readonly<Record<string, VideoCodec>> = {
  libx264: 'h264',
  x264: 'h264',
  avc: 'h264',
  libx265: 'hevc',
  h265: 'hevc',
  libvpx: 'vp8',
  'libvpx-vp9': 'vp9',
  libtheora: 'theora',
  libxvid: 'mpeg4',
  xvid: 'mpeg4',
  'libaom-av1': 'av1',
  libsvtav1: 'av1',
};

const AUDIO_ALIASES: Readonly<Record<string, AudioCodec>> = {
  libmp3lame: 'mp3',
  lame: 'mp3',
  libfdk_aac: 'aac',
  libfaac: 'aac',
  libvorbis: 'vorbis',
  libopus: 'opus',
  a52: 'ac3',
};

const CONTAINER_ALIASES: Readonly<Record<string, Container>> = {
  matroska: 'mkv',
  '3gpp': '3gp',
  adts: 'aac',
  oga: 'ogg',
  aif: 'aiff',
  wave: 'wav',
  ipod: 'm4a',
};

export function parseOldVideoCodec(written: string): VideoCodec | null {
  return find(written, VIDEO_CODEC_NAMES, VIDEO_ALIASES);
}

export function parseOldAudioCodec(written: string): AudioCodec | null {
  return find(written, AUDIO_CODEC_NAMES, AUDIO_ALIASES);
}

/** Ogg with a picture is `ogv` here. */
export function parseOldContainer(written: string, kind: MediaKind): Container | null {
  const container = find(written.replace(/^\./, ''), CONTAINER_NAMES, CONTAINER_ALIASES);
  return container === 'ogg' && kind === 'video' ? 'ogv' : container;
}

function find<N extends string>(
  written: string,
  names: readonly N[],
  aliases: Readonly<Record<string, N>>,
): N | null {
  const lower = written.trim().toLowerCase();
  if (Object.hasOwn(aliases, lower)) return aliases[lower] ?? null;
  return names.find((name) => name === lower) ?? null;
}
