/**
 * What AVlogue knows of codecs. `efficiency` is the share of H.264's bits which a codec needs for
 * like quality (the ratios of the usual published ladders); it only serves to compare bitrates.
 * `encoders` are FFmpeg's names in order of preference.
 */
export const VIDEO_CODECS = {
  h264: { name: 'H.264', efficiency: 1, encoders: ['libx264', 'libopenh264'] },
  hevc: { name: 'HEVC', efficiency: 0.6, encoders: ['libx265'] },
  vp8: { name: 'VP8', efficiency: 1.1, encoders: ['libvpx'] },
  vp9: { name: 'VP9', efficiency: 0.6, encoders: ['libvpx-vp9'] },
  av1: { name: 'AV1', efficiency: 0.45, encoders: ['libsvtav1', 'libaom-av1'] },
  mpeg4: { name: 'MPEG-4 Part 2', efficiency: 1.6, encoders: ['mpeg4'] },
  theora: { name: 'Theora', efficiency: 1.7, encoders: ['libtheora'] },
} as const satisfies Record<
  string,
  { name: string; efficiency: number; encoders: readonly string[] }
>;

export type VideoCodec = keyof typeof VIDEO_CODECS;

/** `efficiency` is the share of MP3's bits needed for like quality; `lossless` codecs have no rate to choose. */
export const AUDIO_CODECS = {
  aac: { name: 'AAC', efficiency: 0.8, lossless: false, encoders: ['aac', 'libfdk_aac'] },
  mp3: { name: 'MP3', efficiency: 1, lossless: false, encoders: ['libmp3lame'] },
  opus: { name: 'Opus', efficiency: 0.65, lossless: false, encoders: ['libopus'] },
  vorbis: { name: 'Vorbis', efficiency: 0.8, lossless: false, encoders: ['libvorbis'] },
  ac3: { name: 'AC-3', efficiency: 1.2, lossless: false, encoders: ['ac3'] },
  flac: { name: 'FLAC', efficiency: 1, lossless: true, encoders: ['flac'] },
  pcm_s16le: { name: 'PCM 16-bit', efficiency: 1, lossless: true, encoders: ['pcm_s16le'] },
  pcm_s16be: {
    name: 'PCM 16-bit big-endian',
    efficiency: 1,
    lossless: true,
    encoders: ['pcm_s16be'],
  },
  pcm_f32le: { name: 'PCM 32-bit float', efficiency: 1, lossless: true, encoders: ['pcm_f32le'] },
} as const satisfies Record<
  string,
  { name: string; efficiency: number; lossless: boolean; encoders: readonly string[] }
>;

export type AudioCodec = keyof typeof AUDIO_CODECS;

export const VIDEO_CODEC_NAMES = Object.keys(VIDEO_CODECS) as [VideoCodec, ...VideoCodec[]];
export const AUDIO_CODEC_NAMES = Object.keys(AUDIO_CODECS) as [AudioCodec, ...AudioCodec[]];
