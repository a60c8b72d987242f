import type { Format, FormatSet } from '../model/format.ts';
import type { MediaKind } from '../model/scalars.ts';
import { BUILT_IN_AUDIO_FORMATS } from './built-in-audio-formats.ts';
import { BUILT_IN_VIDEO_FORMATS } from './built-in-video-formats.ts';

/** Each format's version is the fingerprint of its recipe: one that changes makes the renditions of before outdated. */
export const BUILT_IN_FORMATS: readonly Format[] = [
  ...BUILT_IN_VIDEO_FORMATS,
  ...BUILT_IN_AUDIO_FORMATS,
];

function set(
  kind: MediaKind,
  id: string,
  name: string,
  description: string,
  ...formatIds: string[]
): FormatSet {
  return { id, name, description, kind, builtIn: true, formatIds };
}

export const BUILT_IN_FORMAT_SETS: readonly FormatSet[] = [
  set(
    'video',
    'web-video',
    'Web video',
    'H.264 in three sizes: quick to make, plays everywhere.',
    'h264-1080p',
    'h264-720p',
    'h264-480p',
  ),
  set(
    'video',
    'web-video-small',
    'Web video, small',
    'H.264 in two small sizes for slow connections.',
    'h264-480p',
    'h264-360p',
  ),
  set(
    'video',
    'web-video-vp9',
    'Web video with VP9',
    'Adds VP9, which saves about 40 % of the traffic.',
    'vp9-1080p',
    'vp9-720p',
    'h264-1080p',
    'h264-720p',
    'h264-480p',
  ),
  set(
    'video',
    'web-video-av1',
    'Web video with AV1',
    'Adds AV1, which halves the traffic and takes long to make.',
    'av1-1080p',
    'av1-720p',
    'h264-1080p',
    'h264-720p',
    'h264-480p',
  ),
  set(
    'video',
    'web-video-hevc',
    'Web video with HEVC',
    'Adds HEVC for Apple devices and televisions.',
    'hevc-1080p',
    'hevc-720p',
    'h264-1080p',
    'h264-720p',
    'h264-480p',
  ),
  set(
    'video',
    'web-video-4k',
    'Web video up to 4K',
    'VP9 in 4K with H.264 below it.',
    'vp9-2160p',
    'vp9-1080p',
    'h264-1080p',
    'h264-720p',
    'h264-480p',
  ),
  set(
    'video',
    'legacy-video',
    'Legacy video',
    'Containers and codecs of the past.',
    'mkv-h264',
    'webm-vp8',
    'avi-mpeg4',
    'flv-h264',
    'ogv-theora',
    '3gp-h264',
  ),
  set(
    'audio',
    'web-audio',
    'Web audio',
    'MP3 and AAC: one of them plays on any device.',
    'aac',
    'mp3',
  ),
  set(
    'audio',
    'web-audio-opus',
    'Web audio with Opus',
    'Adds Opus, which sounds better for its size.',
    'opus',
    'aac',
    'mp3',
  ),
  set(
    'audio',
    'speech',
    'Speech',
    'One channel at low rates for spoken word.',
    'opus-32-mono',
    'mp3-64-mono',
  ),
  set('audio', 'podcast', 'Podcast', 'What podcast players and directories ask for.', 'mp3-128'),
  set(
    'audio',
    'audio-archive',
    'Audio archive',
    'Lossless FLAC for keeping and MP3 for playing.',
    'flac',
    'mp3',
  ),
  set(
    'audio',
    'legacy-audio',
    'Legacy audio',
    'Containers and codecs of the past.',
    'ac3',
    'wav-float',
    'aiff',
    'ogg-vorbis',
    'aac-adts',
  ),
];
