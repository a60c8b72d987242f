import { AUDIO_CODECS, VIDEO_CODECS } from '../../../core/codecs/codecs.ts';
import { CONTAINERS } from '../../../core/codecs/containers.ts';
import { BUILT_IN_DEVICES } from '../../../core/devices/built-in-devices.ts';
import { BUILT_IN_FORMAT_SETS, BUILT_IN_FORMATS } from '../../../core/formats/built-in-formats.ts';
import type { AudioTrack, MediaInfo, VideoTrack } from '../../../core/model/media-info.ts';
import type { PlanRequest } from '../../../core/planning/plan-request.ts';

export const ALL_ENCODERS: ReadonlySet<string> = new Set(
  [...Object.values(VIDEO_CODECS), ...Object.values(AUDIO_CODECS)].flatMap(
    ({ encoders }) => encoders as readonly string[],
  ),
);

export const ALL_CONTAINERS = Object.keys(CONTAINERS);

export function videoTrack(changes: Partial<VideoTrack> = {}): VideoTrack {
  const width = changes.width ?? 1920;
  const height = changes.height ?? 1080;
  return {
    index: 0,
    codec: 'h264',
    profile: 'High',
    level: 40,
    width,
    height,
    codedWidth: width,
    codedHeight: height,
    rotation: 0,
    sampleAspectRatio: { numerator: 1, denominator: 1 },
    frameRate: 30,
    variableFrameRate: false,
    pixelFormat: 'yuv420p',
    bitDepth: 8,
    chroma: '4:2:0',
    alpha: false,
    interlaced: false,
    fieldOrder: 'progressive',
    dynamicRange: 'sdr',
    color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
    tag: 'avc1',
    bitrateBps: 20_000_000,
    ...changes,
  };
}

export function audioTrack(changes: Partial<AudioTrack> = {}): AudioTrack {
  return {
    index: 1,
    codec: 'aac',
    profile: 'LC',
    channels: 2,
    channelLayout: 'stereo',
    sampleRateHz: 48_000,
    bitDepth: null,
    bitrateBps: 128_000,
    language: null,
    title: null,
    isDefault: true,
    ...changes,
  };
}

export function mediaInfo(changes: Partial<MediaInfo> = {}): MediaInfo {
  return {
    formatName: 'mov,mp4,m4a,3gp,3g2,mj2',
    durationSeconds: 60,
    sizeBytes: 150_000_000,
    bitrateBps: 20_000_000,
    video: videoTrack(),
    audio: audioTrack(),
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
    ...changes,
  };
}

export function soundOnly(changes: Partial<AudioTrack> = {}, formatName = 'wav'): MediaInfo {
  return mediaInfo({
    formatName,
    video: null,
    audio: audioTrack({ index: 0, ...changes }),
    fastStart: null,
    bitrateBps: 0,
    sizeBytes: 0,
  });
}

export function formatIdsOf(setId: string): readonly string[] {
  const set = BUILT_IN_FORMAT_SETS.find(({ id }) => id === setId);
  if (set === undefined) throw new Error(`no set ${setId}`);
  return set.formatIds;
}

export function planRequest(changes: Partial<PlanRequest> = {}): PlanRequest {
  const kind = changes.kind ?? (changes.info?.video === null ? 'audio' : 'video');
  return {
    info: mediaInfo(),
    kind,
    formats: BUILT_IN_FORMATS,
    requestedFormatIds: formatIdsOf(kind === 'video' ? 'web-video' : 'web-audio'),
    devices: BUILT_IN_DEVICES,
    encoders: ALL_ENCODERS,
    forceEncoding: false,
    ...changes,
  };
}
