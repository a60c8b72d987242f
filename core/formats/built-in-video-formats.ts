import type { VideoCodec } from '../codecs/codecs.ts';
import type { Container } from '../codecs/containers.ts';
import type { AudioRecipe, Format, RateControl, VideoRecipe } from '../model/format.ts';

const BOXES = {
  '2160p': [3840, 2160],
  '1440p': [2560, 1440],
  '1080p': [1920, 1080],
  '720p': [1280, 720],
  '480p': [854, 480],
  '360p': [640, 360],
  '240p': [426, 240],
} as const;

type Box = keyof typeof BOXES;

interface VideoRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly container: Container;
  readonly video: {
    readonly codec: VideoCodec;
    readonly box: Box;
    readonly rate: RateControl;
  } & Partial<VideoRecipe>;
  readonly audio: {
    readonly codec: AudioRecipe['codec'];
    readonly bitrateBps: number;
  } & Partial<AudioRecipe>;
}

/** Constant quality under a ceiling: simple pictures stay small, hard ones stay within the line. */
const quality = (value: number, maxBitrateBps: number): RateControl => ({
  mode: 'quality',
  quality: value,
  maxBitrateBps,
});
const average = (bitrateBps: number): RateControl => ({ mode: 'bitrate', bitrateBps });

/**
 * Ceilings follow the usual published ladders (Apple's, Shaka's, PeerTube's) with room for 60 frames
 * a second. H.264 1080p stays below the 8 Mb/s that older consoles read, and at level 4.2; the smallest
 * rung is Baseline at level 3.0, which even the oldest phones play.
 */
const ROWS: readonly VideoRow[] = [
  {
    id: 'h264-2160p',
    name: 'H.264 2160p (4K)',
    description: 'MP4 for large screens; few phones play it.',
    container: 'mp4',
    video: {
      codec: 'h264',
      box: '2160p',
      rate: quality(22, 24_000_000),
      profile: 'high',
      level: '5.2',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 192_000 },
  },
  {
    id: 'h264-1080p',
    name: 'H.264 1080p',
    description: 'MP4 in full HD that plays on every current device.',
    container: 'mp4',
    video: {
      codec: 'h264',
      box: '1080p',
      rate: quality(22, 7_000_000),
      profile: 'high',
      level: '4.2',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 160_000 },
  },
  {
    id: 'h264-720p',
    name: 'H.264 720p',
    description: 'MP4 in HD that plays on every current device.',
    container: 'mp4',
    video: {
      codec: 'h264',
      box: '720p',
      rate: quality(22, 4_000_000),
      profile: 'high',
      level: '4.1',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'h264-480p',
    name: 'H.264 480p',
    description: 'Small MP4 for slow connections.',
    container: 'mp4',
    video: {
      codec: 'h264',
      box: '480p',
      rate: quality(23, 1_600_000),
      profile: 'main',
      level: '3.1',
      maxFrameRate: 30,
    },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'h264-360p',
    name: 'H.264 360p',
    description: 'MP4 in the plainest H.264, for old phones and the slowest connections.',
    container: 'mp4',
    video: {
      codec: 'h264',
      box: '360p',
      rate: quality(23, 900_000),
      profile: 'baseline',
      level: '3.0',
      maxFrameRate: 30,
    },
    audio: { codec: 'aac', bitrateBps: 96_000 },
  },
  {
    id: 'vp9-2160p',
    name: 'VP9 2160p (4K)',
    description: 'WebM for large screens.',
    container: 'webm',
    video: { codec: 'vp9', box: '2160p', rate: quality(28, 18_000_000), maxFrameRate: 60 },
    audio: { codec: 'opus', bitrateBps: 160_000 },
  },
  {
    id: 'vp9-1080p',
    name: 'VP9 1080p',
    description: 'WebM in full HD, about 40 % smaller than H.264; slow to make.',
    container: 'webm',
    video: { codec: 'vp9', box: '1080p', rate: quality(31, 4_200_000), maxFrameRate: 60 },
    audio: { codec: 'opus', bitrateBps: 128_000 },
  },
  {
    id: 'vp9-720p',
    name: 'VP9 720p',
    description: 'WebM in HD.',
    container: 'webm',
    video: { codec: 'vp9', box: '720p', rate: quality(32, 2_400_000), maxFrameRate: 60 },
    audio: { codec: 'opus', bitrateBps: 96_000 },
  },
  {
    id: 'vp9-480p',
    name: 'VP9 480p',
    description: 'Small WebM.',
    container: 'webm',
    video: { codec: 'vp9', box: '480p', rate: quality(33, 1_000_000), maxFrameRate: 30 },
    audio: { codec: 'opus', bitrateBps: 96_000 },
  },
  {
    id: 'vp9-360p',
    name: 'VP9 360p',
    description: 'WebM for the slowest connections.',
    container: 'webm',
    video: { codec: 'vp9', box: '360p', rate: quality(34, 560_000), maxFrameRate: 30 },
    audio: { codec: 'opus', bitrateBps: 64_000 },
  },
  {
    id: 'av1-2160p',
    name: 'AV1 2160p (4K)',
    description: 'MP4 for large screens, smallest of all; very slow to make.',
    container: 'mp4',
    video: { codec: 'av1', box: '2160p', rate: quality(32, 12_000_000), maxFrameRate: 60 },
    audio: { codec: 'aac', bitrateBps: 160_000 },
  },
  {
    id: 'av1-1080p',
    name: 'AV1 1080p',
    description: 'MP4 in full HD, about half the size of H.264; very slow to make.',
    container: 'mp4',
    video: { codec: 'av1', box: '1080p', rate: quality(32, 3_200_000), maxFrameRate: 60 },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'av1-720p',
    name: 'AV1 720p',
    description: 'MP4 in HD.',
    container: 'mp4',
    video: { codec: 'av1', box: '720p', rate: quality(34, 1_800_000), maxFrameRate: 60 },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'av1-480p',
    name: 'AV1 480p',
    description: 'Small MP4.',
    container: 'mp4',
    video: { codec: 'av1', box: '480p', rate: quality(35, 800_000), maxFrameRate: 30 },
    audio: { codec: 'aac', bitrateBps: 96_000 },
  },
  {
    id: 'hevc-2160p',
    name: 'HEVC 2160p (4K)',
    description: 'MP4 for Apple devices and televisions.',
    container: 'mp4',
    video: {
      codec: 'hevc',
      box: '2160p',
      rate: quality(24, 16_000_000),
      profile: 'main',
      level: '5.1',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 192_000 },
  },
  {
    id: 'hevc-1080p',
    name: 'HEVC 1080p',
    description: 'MP4 in full HD for Apple devices and televisions, about 40 % smaller than H.264.',
    container: 'mp4',
    video: {
      codec: 'hevc',
      box: '1080p',
      rate: quality(25, 4_200_000),
      profile: 'main',
      level: '4.1',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'hevc-720p',
    name: 'HEVC 720p',
    description: 'MP4 in HD for Apple devices and televisions.',
    container: 'mp4',
    video: {
      codec: 'hevc',
      box: '720p',
      rate: quality(26, 2_400_000),
      profile: 'main',
      level: '4.0',
      maxFrameRate: 60,
    },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'mkv-h264',
    name: 'Matroska H.264',
    description: 'For players on a computer, with up to 5.1 sound; browsers do not open it.',
    container: 'mkv',
    video: {
      codec: 'h264',
      box: '1080p',
      rate: quality(20, 10_000_000),
      profile: 'high',
      level: '4.2',
      maxFrameRate: 60,
    },
    audio: { codec: 'ac3', bitrateBps: 448_000, maxChannels: 6 },
  },
  {
    id: 'webm-vp8',
    name: 'WebM VP8',
    description: 'The first WebM, for browsers of the years 2010 to 2014.',
    container: 'webm',
    video: { codec: 'vp8', box: '720p', rate: average(1_500_000), maxFrameRate: 30 },
    audio: { codec: 'vorbis', bitrateBps: 128_000 },
  },
  {
    id: 'avi-mpeg4',
    name: 'AVI MPEG-4',
    description: 'For DVD players and programs of the 2000s.',
    container: 'avi',
    video: {
      codec: 'mpeg4',
      box: '480p',
      rate: average(1_500_000),
      profile: 'advanced-simple',
      maxFrameRate: 30,
    },
    audio: { codec: 'mp3', bitrateBps: 128_000 },
  },
  {
    id: 'flv-h264',
    name: 'Flash Video',
    description: 'For old players built on Flash.',
    container: 'flv',
    video: {
      codec: 'h264',
      box: '480p',
      rate: quality(23, 1_500_000),
      profile: 'main',
      level: '3.1',
      maxFrameRate: 30,
    },
    audio: { codec: 'aac', bitrateBps: 128_000 },
  },
  {
    id: 'ogv-theora',
    name: 'Ogg Theora',
    description: 'Free of patents and obsolete: browsers have dropped it.',
    container: 'ogv',
    video: { codec: 'theora', box: '480p', rate: average(1_500_000), maxFrameRate: 30 },
    audio: { codec: 'vorbis', bitrateBps: 96_000 },
  },
  {
    id: '3gp-h264',
    name: '3GPP',
    description: 'For phones of the years before smartphones.',
    container: '3gp',
    video: {
      codec: 'h264',
      box: '240p',
      // level 1.3 ends at 396 macroblocks, which 426 × 240 exceeds
      maxWidth: 400,
      rate: average(200_000),
      profile: 'baseline',
      level: '1.3',
      maxFrameRate: 15,
    },
    audio: { codec: 'aac', bitrateBps: 32_000, maxChannels: 1, sampleRateHz: 32_000 },
  },
];

function formatFrom({ id, name, description, container, video, audio }: VideoRow): Format {
  const { box, ...recipe } = video;
  const [maxWidth, maxHeight] = BOXES[box];
  return {
    id,
    name,
    description,
    kind: 'video',
    builtIn: true,
    container,
    video: {
      fit: 'scale',
      maxWidth,
      maxHeight,
      maxFrameRate: null,
      profile: null,
      level: null,
      effort: 'medium',
      keyFrameSeconds: 2,
      extraParameters: [],
      ...recipe,
    },
    audio: { maxChannels: 2, sampleRateHz: null, extraParameters: [], ...audio },
  };
}

export const BUILT_IN_VIDEO_FORMATS: readonly Format[] = ROWS.map(formatFrom);
