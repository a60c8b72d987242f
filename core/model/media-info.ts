import { z } from 'zod';

/** Everything here is already right side up: width and height are those a viewer sees. */
export const videoTrackSchema = z.object({
  /** Stream index as FFmpeg counts (`0:index`). */
  index: z.int().nonnegative(),
  /** FFmpeg's codec name (`h264`, `prores`, …); wider than what AVlogue can make. */
  codec: z.string(),
  profile: z.string().nullable(),
  /** Level as the codec writes it × 10 for H.264 (41 = 4.1), × 30 for HEVC; null when unknown. */
  level: z.number().nullable(),
  /** Display size in square pixels, after rotation and sample aspect ratio. */
  width: z.int().positive(),
  height: z.int().positive(),
  codedWidth: z.int().positive(),
  codedHeight: z.int().positive(),
  /** Degrees clockwise that a player turns the picture: 0, 90, 180 or 270. */
  rotation: z.number(),
  sampleAspectRatio: z.object({ numerator: z.int().positive(), denominator: z.int().positive() }),
  /** Frames a second while the picture moves; null when the container does not say. */
  frameRate: z.number().positive().nullable(),
  variableFrameRate: z.boolean(),
  pixelFormat: z.string().nullable(),
  bitDepth: z.int().positive(),
  chroma: z.enum(['4:2:0', '4:2:2', '4:4:4', '4:0:0', 'rgb', 'unknown']),
  alpha: z.boolean(),
  interlaced: z.boolean(),
  fieldOrder: z.enum(['progressive', 'top-first', 'bottom-first', 'unknown']),
  dynamicRange: z.enum(['sdr', 'pq', 'hlg']),
  color: z.object({
    primaries: z.string().nullable(),
    transfer: z.string().nullable(),
    matrix: z.string().nullable(),
    range: z.string().nullable(),
  }),
  /** The MP4 sample entry or fourcc (`avc1`, `hev1`, …). */
  tag: z.string().nullable(),
  bitrateBps: z.number().positive().nullable(),
});

export const audioTrackSchema = z.object({
  index: z.int().nonnegative(),
  codec: z.string(),
  profile: z.string().nullable(),
  channels: z.int().positive(),
  channelLayout: z.string().nullable(),
  sampleRateHz: z.int().positive(),
  bitDepth: z.int().positive().nullable(),
  bitrateBps: z.number().positive().nullable(),
  /** ISO 639-2 code; null when unknown or `und`. */
  language: z.string().nullable(),
  title: z.string().nullable(),
  isDefault: z.boolean(),
});

export const subtitleTrackSchema = z.object({
  index: z.int().nonnegative(),
  codec: z.string(),
  /** Text can become WebVTT; pictures (DVD, Blu-ray) cannot. */
  isText: z.boolean(),
  language: z.string().nullable(),
  title: z.string().nullable(),
  isDefault: z.boolean(),
  isForced: z.boolean(),
});

export const mediaInfoSchema = z.object({
  /** FFmpeg's demuxer names, `mov,mp4,m4a,3gp,3g2,mj2`. */
  formatName: z.string(),
  durationSeconds: z.number().nonnegative(),
  sizeBytes: z.number().nonnegative(),
  bitrateBps: z.number().nonnegative(),
  video: videoTrackSchema.nullable(),
  /** The track that is heard: the default one, else the one with most channels. */
  audio: audioTrackSchema.nullable(),
  otherAudio: z.array(audioTrackSchema).readonly(),
  subtitles: z.array(subtitleTrackSchema).readonly(),
  chapters: z
    .array(z.object({ startSeconds: z.number(), endSeconds: z.number(), title: z.string() }))
    .readonly(),
  /** Stream index of the attached picture. */
  coverArtIndex: z.int().nonnegative().nullable(),
  /** `moov` before `mdat`; null where the container knows no such thing. */
  fastStart: z.boolean().nullable(),
  tags: z.object({
    title: z.string().nullable(),
    artist: z.string().nullable(),
    album: z.string().nullable(),
    date: z.string().nullable(),
    comment: z.string().nullable(),
    track: z.string().nullable(),
    genre: z.string().nullable(),
  }),
});

export type VideoTrack = Readonly<z.infer<typeof videoTrackSchema>>;
export type AudioTrack = Readonly<z.infer<typeof audioTrackSchema>>;
export type SubtitleTrack = Readonly<z.infer<typeof subtitleTrackSchema>>;
export type MediaInfo = Readonly<z.infer<typeof mediaInfoSchema>>;
