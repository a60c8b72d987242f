import type { MediaInfo } from '../../core/model/media-info.ts';
import type { MediaKind } from '../../core/model/scalars.ts';

/** A camera file that every format has to scale down, so that a format's command shows all it means. */
export function sampleMaster(kind: MediaKind): MediaInfo {
  return {
    formatName: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationSeconds: 60,
    sizeBytes: 750_000_000,
    bitrateBps: 100_000_000,
    video: kind === 'audio' ? null : SAMPLE_PICTURE,
    audio: SAMPLE_SOUND,
    otherAudio: [],
    subtitles: [],
    chapters: [],
    coverArtIndex: null,
    fastStart: true,
    tags: {
      title: null,
      artist: null,
      album: null,
      date: null,
      comment: null,
      track: null,
      genre: null,
    },
  };
}

const SAMPLE_PICTURE: NonNullable<MediaInfo['video']> = {
  index: 0,
  codec: 'prores',
  profile: 'HQ',
  level: null,
  width: 3840,
  height: 2160,
  codedWidth: 3840,
  codedHeight: 2160,
  rotation: 0,
  sampleAspectRatio: { numerator: 1, denominator: 1 },
  frameRate: 60,
  variableFrameRate: false,
  pixelFormat: 'yuv422p10le',
  bitDepth: 10,
  chroma: '4:2:2',
  alpha: false,
  interlaced: false,
  fieldOrder: 'progressive',
  dynamicRange: 'sdr',
  color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
  tag: 'apch',
  bitrateBps: 98_000_000,
};

const SAMPLE_SOUND: NonNullable<MediaInfo['audio']> = {
  index: 1,
  codec: 'pcm_s16le',
  profile: null,
  channels: 2,
  channelLayout: 'stereo',
  sampleRateHz: 48_000,
  bitDepth: 16,
  bitrateBps: 1_536_000,
  language: null,
  title: null,
  isDefault: true,
};
