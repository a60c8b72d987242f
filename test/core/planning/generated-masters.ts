import fc from 'fast-check';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { AudioTrack, MediaInfo, VideoTrack } from '../../../core/model/media-info.ts';
import type { PlanRequest } from '../../../core/planning/plan-request.ts';
import { ALL_ENCODERS, audioTrack, mediaInfo, videoTrack } from './sample-masters.ts';

/** Masters of every shape: usual sizes often, odd and extreme ones too. */
const side = fc.oneof(
  fc.constantFrom(
    1,
    2,
    3,
    16,
    96,
    128,
    240,
    360,
    480,
    540,
    576,
    720,
    1080,
    1088,
    1440,
    2160,
    4320,
    7680,
  ),
  fc.integer({ min: 1, max: 8192 }),
);

const frameRate = fc.oneof(
  fc.constantFrom(null, 0.5, 10, 12.5, 23.976, 24, 25, 29.97, 30, 50, 59.94, 60, 120, 240, 1000),
  fc.double({ min: 0.1, max: 1000, noNaN: true }),
);

const bitrate = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 500_000_000 }));

export const generatedVideo: fc.Arbitrary<VideoTrack> = fc
  .record({
    codec: fc.constantFrom(
      'h264',
      'hevc',
      'vp9',
      'av1',
      'vp8',
      'mpeg4',
      'theora',
      'prores',
      'mjpeg',
      'mpeg2video',
      'ffv1',
      'wmv3',
      'strange',
    ),
    profile: fc.constantFrom(
      null,
      'Constrained Baseline',
      'Baseline',
      'Main',
      'High',
      'High 10',
      'Main 10',
      'Profile 0',
      'Simple Profile',
    ),
    level: fc.constantFrom(null, -99, 9, 10, 13, 30, 31, 40, 41, 42, 51, 62, 93, 120, 150),
    width: side,
    height: side,
    rotation: fc.constantFrom(0, 0, 0, 90, 180, 270),
    frameRate,
    variableFrameRate: fc.boolean(),
    bitDepth: fc.constantFrom(8, 8, 8, 10, 12),
    chroma: fc.constantFrom('4:2:0', '4:2:0', '4:2:2', '4:4:4', 'rgb', 'unknown') as fc.Arbitrary<
      VideoTrack['chroma']
    >,
    alpha: fc.boolean(),
    interlaced: fc.boolean(),
    dynamicRange: fc.constantFrom('sdr', 'sdr', 'pq', 'hlg') as fc.Arbitrary<
      VideoTrack['dynamicRange']
    >,
    bitrateBps: bitrate,
    sampleAspectRatio: fc.constantFrom(
      { numerator: 1, denominator: 1 },
      { numerator: 1, denominator: 1 },
      { numerator: 64, denominator: 45 },
    ),
  })
  .map((track) => videoTrack(track));

export const generatedAudio: fc.Arbitrary<AudioTrack> = fc
  .record({
    codec: fc.constantFrom(
      'aac',
      'mp3',
      'opus',
      'vorbis',
      'ac3',
      'dts',
      'flac',
      'pcm_s16le',
      'pcm_f32le',
      'alac',
      'wmav2',
      'amr_nb',
      'strange',
    ),
    profile: fc.constantFrom(null, 'LC', 'HE-AAC'),
    channels: fc.oneof(fc.constantFrom(1, 2, 6, 8), fc.integer({ min: 1, max: 24 })),
    sampleRateHz: fc.oneof(
      fc.constantFrom(8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 176_400, 192_000),
      fc.integer({ min: 1_000, max: 384_000 }),
    ),
    bitrateBps: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 10_000_000 })),
  })
  .map((track) => audioTrack(track));

const demuxer = fc.constantFrom(
  'mov,mp4,m4a,3gp,3g2,mj2',
  'matroska,webm',
  'avi',
  'mpegts',
  'ogg',
  'wav',
  'mp3',
  'flac',
);

export const generatedInfo: fc.Arbitrary<MediaInfo> = fc
  .record({
    formatName: demuxer,
    durationSeconds: fc.constantFrom(0, 0.04, 3, 60, 36_000),
    sizeBytes: fc.integer({ min: 0, max: 2 ** 40 }),
    bitrateBps: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400_000_000 })),
    video: fc.option(generatedVideo, { freq: 4 }),
    audio: fc.option(generatedAudio, { freq: 4 }),
    fastStart: fc.constantFrom(null, true, false),
  })
  .filter(({ video, audio }) => video !== null || audio !== null)
  .map((info) => mediaInfo(info));

const videoIds = BUILT_IN_FORMATS.filter(({ kind }) => kind === 'video').map(({ id }) => id);
const audioIds = BUILT_IN_FORMATS.filter(({ kind }) => kind === 'audio').map(({ id }) => id);

/** What a property varies; small, so that a counterexample can be read. */
export interface GeneratedCase {
  readonly info: MediaInfo;
  readonly requestedFormatIds: readonly string[];
  readonly deviceIds: readonly string[];
  readonly forceEncoding: boolean;
}

const deviceIds = BUILT_IN_DEVICES.map(({ id }) => id);

export const generatedCase: fc.Arbitrary<GeneratedCase> = generatedInfo.chain((info) =>
  fc.record({
    info: fc.constant(info),
    requestedFormatIds: fc.oneof(
      fc.constant(info.video === null ? ['aac', 'mp3'] : ['h264-1080p', 'h264-720p', 'h264-480p']),
      fc.subarray(info.video === null ? audioIds : videoIds),
    ),
    deviceIds: fc.oneof(fc.constant(deviceIds), fc.subarray(deviceIds)),
    forceEncoding: fc.boolean(),
  }),
);

/** Any of the built-in formats and devices, and every encoder at hand. */
export function requestFor({
  info,
  requestedFormatIds,
  deviceIds: ids,
  forceEncoding,
}: GeneratedCase): PlanRequest {
  return {
    info,
    kind: info.video === null ? 'audio' : 'video',
    formats: BUILT_IN_FORMATS,
    requestedFormatIds,
    devices: BUILT_IN_DEVICES.filter(({ id }) => ids.includes(id)),
    encoders: ALL_ENCODERS,
    forceEncoding,
  };
}
