import {
  AUDIO_CODEC_NAMES,
  type AudioCodec,
  VIDEO_CODEC_NAMES,
  type VideoCodec,
} from './codecs.ts';
import type { Container } from './containers.ts';

/** ffprobe's codec names are ours where AVlogue can make the codec; anything else is null. */
export function parseVideoCodec(name: string): VideoCodec | null {
  return VIDEO_CODEC_NAMES.find((codec) => codec === name) ?? null;
}

export function parseAudioCodec(name: string): AudioCodec | null {
  return AUDIO_CODEC_NAMES.find((codec) => codec === name) ?? null;
}

const DEMUXERS: Readonly<Record<string, Container>> = {
  avi: 'avi',
  flv: 'flv',
  mp3: 'mp3',
  flac: 'flac',
  wav: 'wav',
  aiff: 'aiff',
  aac: 'aac',
  ac3: 'ac3',
};

export interface StreamCodecs {
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/**
 * The container behind FFmpeg's demuxer names, which are shared by several: `matroska,webm` is WebM
 * only with WebM's codecs in it. null: one that AVlogue does not write and no browser opens.
 */
export function parseContainer(formatName: string, codecs: StreamCodecs): Container | null {
  const names = formatName.split(',');
  if (names.includes('mp4')) return codecs.videoCodec === null ? 'm4a' : 'mp4';
  if (names.includes('matroska') || names.includes('webm')) return isWebm(codecs) ? 'webm' : 'mkv';
  if (names.includes('ogg')) {
    if (codecs.videoCodec !== null) return 'ogv';
    return codecs.audioCodec === 'opus' ? 'opus' : 'ogg';
  }
  const known = names.find((name) => Object.hasOwn(DEMUXERS, name));
  return known === undefined ? null : (DEMUXERS[known] ?? null);
}

function isWebm({ videoCodec, audioCodec }: StreamCodecs): boolean {
  return (
    (videoCodec === null || ['vp8', 'vp9', 'av1'].includes(videoCodec)) &&
    (audioCodec === null || ['opus', 'vorbis'].includes(audioCodec))
  );
}
