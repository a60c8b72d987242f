import type { AudioCodec, VideoCodec } from './codecs.ts';

interface ContainerFacts {
  readonly name: string;
  /** FFmpeg's muxer. */
  readonly muxer: string;
  readonly extension: string;
  /** Base MIME types; the codec strings are added from the file. */
  readonly videoMimeType: string | null;
  readonly audioMimeType: string;
  readonly video: readonly VideoCodec[];
  readonly audio: readonly AudioCodec[];
  /** Whether `moov` can and must stand before `mdat`. */
  readonly fastStart: boolean;
}

/** Which codecs a container can hold, as FFmpeg's muxers accept them and players expect them. */
export const CONTAINERS = {
  mp4: {
    name: 'MP4',
    muxer: 'mp4',
    extension: 'mp4',
    videoMimeType: 'video/mp4',
    audioMimeType: 'audio/mp4',
    video: ['h264', 'hevc', 'av1', 'vp9', 'mpeg4'],
    audio: ['aac', 'mp3', 'opus', 'ac3', 'flac', 'vorbis'],
    fastStart: true,
  },
  m4a: {
    name: 'M4A',
    muxer: 'ipod',
    extension: 'm4a',
    videoMimeType: null,
    audioMimeType: 'audio/mp4',
    video: [],
    audio: ['aac', 'ac3'],
    fastStart: true,
  },
  webm: {
    name: 'WebM',
    muxer: 'webm',
    extension: 'webm',
    videoMimeType: 'video/webm',
    audioMimeType: 'audio/webm',
    video: ['vp8', 'vp9', 'av1'],
    audio: ['opus', 'vorbis'],
    fastStart: false,
  },
  mkv: {
    name: 'Matroska',
    muxer: 'matroska',
    extension: 'mkv',
    videoMimeType: 'video/x-matroska',
    audioMimeType: 'audio/x-matroska',
    video: ['h264', 'hevc', 'vp8', 'vp9', 'av1', 'mpeg4', 'theora'],
    audio: ['aac', 'mp3', 'opus', 'vorbis', 'ac3', 'flac', 'pcm_s16le', 'pcm_s16be', 'pcm_f32le'],
    fastStart: false,
  },
  avi: {
    name: 'AVI',
    muxer: 'avi',
    extension: 'avi',
    videoMimeType: 'video/x-msvideo',
    audioMimeType: 'video/x-msvideo',
    video: ['h264', 'mpeg4', 'vp8'],
    audio: ['mp3', 'ac3', 'aac', 'pcm_s16le'],
    fastStart: false,
  },
  flv: {
    name: 'Flash Video',
    muxer: 'flv',
    extension: 'flv',
    videoMimeType: 'video/x-flv',
    audioMimeType: 'video/x-flv',
    video: ['h264'],
    audio: ['aac', 'mp3'],
    fastStart: false,
  },
  ogv: {
    name: 'Ogg Video',
    muxer: 'ogg',
    extension: 'ogv',
    videoMimeType: 'video/ogg',
    audioMimeType: 'audio/ogg',
    video: ['theora', 'vp8'],
    audio: ['vorbis', 'opus', 'flac'],
    fastStart: false,
  },
  '3gp': {
    name: '3GPP',
    muxer: '3gp',
    extension: '3gp',
    videoMimeType: 'video/3gpp',
    audioMimeType: 'audio/3gpp',
    video: ['h264', 'mpeg4'],
    audio: ['aac'],
    fastStart: true,
  },
  mp3: {
    name: 'MP3',
    muxer: 'mp3',
    extension: 'mp3',
    videoMimeType: null,
    audioMimeType: 'audio/mpeg',
    video: [],
    audio: ['mp3'],
    fastStart: false,
  },
  ogg: {
    name: 'Ogg',
    muxer: 'ogg',
    extension: 'ogg',
    videoMimeType: null,
    audioMimeType: 'audio/ogg',
    video: [],
    audio: ['vorbis', 'opus', 'flac'],
    fastStart: false,
  },
  opus: {
    name: 'Ogg Opus',
    muxer: 'opus',
    extension: 'opus',
    videoMimeType: null,
    audioMimeType: 'audio/ogg',
    video: [],
    audio: ['opus'],
    fastStart: false,
  },
  flac: {
    name: 'FLAC',
    muxer: 'flac',
    extension: 'flac',
    videoMimeType: null,
    audioMimeType: 'audio/flac',
    video: [],
    audio: ['flac'],
    fastStart: false,
  },
  wav: {
    name: 'WAV',
    muxer: 'wav',
    extension: 'wav',
    videoMimeType: null,
    audioMimeType: 'audio/wav',
    video: [],
    audio: ['pcm_s16le', 'pcm_f32le'],
    fastStart: false,
  },
  aiff: {
    name: 'AIFF',
    muxer: 'aiff',
    extension: 'aiff',
    videoMimeType: null,
    audioMimeType: 'audio/aiff',
    video: [],
    audio: ['pcm_s16be'],
    fastStart: false,
  },
  aac: {
    name: 'AAC (ADTS)',
    muxer: 'adts',
    extension: 'aac',
    videoMimeType: null,
    audioMimeType: 'audio/aac',
    video: [],
    audio: ['aac'],
    fastStart: false,
  },
  ac3: {
    name: 'AC-3',
    muxer: 'ac3',
    extension: 'ac3',
    videoMimeType: null,
    audioMimeType: 'audio/ac3',
    video: [],
    audio: ['ac3'],
    fastStart: false,
  },
} as const satisfies Record<string, ContainerFacts>;

export type Container = keyof typeof CONTAINERS;

export const CONTAINER_NAMES = Object.keys(CONTAINERS) as [Container, ...Container[]];

export function containerFacts(container: Container): ContainerFacts {
  return CONTAINERS[container];
}
