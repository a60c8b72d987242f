import { compareLevels } from '../codecs/levels.ts';
import { isWithinProfile, plainProfiles } from '../codecs/profiles.ts';
import type { Device, DeviceAudio, DeviceVideo } from '../model/device.ts';
import type { Reason, Verdict } from '../model/plan.ts';
import { reason } from '../planning/reason.ts';
import type { Playable, PlayableAudio, PlayableVideo } from './playable.ts';

/** Whether a device plays a file, and if not, why. A file with a picture counts as video. */
export function judge(device: Device, playable: Playable): Verdict {
  const { video } = playable;
  const reasons =
    video === null ? judgeSound(device, playable) : judgePicture(device, playable, video);
  return { plays: reasons.length === 0, reasons };
}

function judgePicture(device: Device, playable: Playable, video: PlayableVideo): readonly Reason[] {
  const sameCodec = device.video.filter((entry) => entry.codec === video.codec);
  if (sameCodec.length === 0) {
    return [
      ...containerReasons(device.video, playable),
      reason('video-codec-unsupported', { codec: video.codecName }),
    ];
  }
  const opened = sameCodec.filter((entry) => opens(entry, playable));
  if (opened.length === 0)
    return [reason('container-unsupported', { container: playable.container })];
  return fewest(opened.map((entry) => pictureProblems(entry, playable, video)));
}

function judgeSound(device: Device, playable: Playable): readonly Reason[] {
  const { audio } = playable;
  if (audio === null) return [reason('audio-codec-unsupported', { codec: null })];
  const sameCodec = device.audio.filter((entry) => entry.codec === audio.codec);
  if (sameCodec.length === 0) {
    return [
      ...containerReasons(device.audio, playable),
      reason('audio-codec-unsupported', { codec: audio.codecName }),
    ];
  }
  const opened = sameCodec.filter((entry) => opens(entry, playable));
  if (opened.length === 0)
    return [reason('container-unsupported', { container: playable.container })];
  return fewest(
    opened.map((entry) => [...soundProblems(entry, audio), ...indexProblems(playable)]),
  );
}

function opens(entry: Pick<DeviceVideo, 'containers'>, playable: Playable): boolean {
  return playable.container !== null && entry.containers.includes(playable.container);
}

function containerReasons(
  entries: readonly Pick<DeviceVideo, 'containers'>[],
  playable: Playable,
): readonly Reason[] {
  return entries.some((entry) => opens(entry, playable))
    ? []
    : [reason('container-unsupported', { container: playable.container })];
}

/** The way that comes closest is the one worth telling. */
function fewest(ways: readonly (readonly Reason[])[]): readonly Reason[] {
  return ways.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function pictureProblems(
  entry: DeviceVideo,
  playable: Playable,
  video: PlayableVideo,
): readonly Reason[] {
  return [
    ...sampleProblems(video),
    ...decoderProblems(entry, video),
    ...sizeProblems(entry, video),
    ...over('bitrate-too-high', playable.bitrateBps, entry.maxBitrateBps),
    ...trackProblems(entry.audio, playable.audio),
    ...indexProblems(playable),
  ];
}

/** What no device of ours can be counted on to show. */
function sampleProblems(video: PlayableVideo): readonly Reason[] {
  const problems: Reason[] = [];
  if (video.bitDepth !== 8)
    problems.push(reason('bit-depth-unsupported', { bitDepth: video.bitDepth }));
  if (video.chroma !== '4:2:0')
    problems.push(reason('chroma-unsupported', { chroma: video.chroma }));
  if (video.interlaced) problems.push(reason('interlaced-unsupported'));
  if (video.dynamicRange !== 'sdr')
    problems.push(reason('hdr-unsupported', { dynamicRange: video.dynamicRange }));
  if (!video.squarePixels) problems.push(reason('not-square-pixels'));
  return problems;
}

function decoderProblems(entry: DeviceVideo, video: PlayableVideo): readonly Reason[] {
  const problems: Reason[] = [];
  const allowed = entry.profiles.length === 0 ? plainProfiles(entry.codec) : entry.profiles;
  const { profile, level } = video;
  const decodes =
    allowed.length === 0 ||
    allowed.some(
      (limit) => profile === limit || isWithinProfile(entry.codec, profile ?? '', limit),
    );
  if (profile !== null && !decodes)
    problems.push(reason('profile-unsupported', { profile, allowed: allowed.join(', ') }));
  if (
    level !== null &&
    entry.maxLevel !== null &&
    compareLevels(entry.codec, level, entry.maxLevel) > 0
  ) {
    problems.push(reason('level-too-high', { value: level, limit: entry.maxLevel }));
  }
  return problems;
}

function sizeProblems(entry: DeviceVideo, video: PlayableVideo): readonly Reason[] {
  const { width, height } = video;
  const tooLong = Math.max(width, height) > (entry.maxLongSide ?? Number.POSITIVE_INFINITY);
  const tooBroad = Math.min(width, height) > (entry.maxShortSide ?? Number.POSITIVE_INFINITY);
  const large = reason('picture-too-large', {
    width,
    height,
    maxLongSide: entry.maxLongSide,
    maxShortSide: entry.maxShortSide,
  });
  return [
    ...(tooLong || tooBroad ? [large] : []),
    // averages like 60.02 are 60
    ...over(
      'frame-rate-too-high',
      video.frameRate,
      entry.maxFrameRate === null ? null : entry.maxFrameRate * 1.01,
    ),
  ];
}

function trackProblems(
  ways: readonly DeviceAudio[],
  audio: PlayableAudio | null,
): readonly Reason[] {
  if (audio === null) return [];
  const sameCodec = ways.filter((way) => way.codec === audio.codec);
  if (sameCodec.length === 0)
    return [reason('audio-codec-unsupported', { codec: audio.codecName })];
  return fewest(sameCodec.map((way) => soundProblems(way, audio)));
}

function soundProblems(way: DeviceAudio, audio: PlayableAudio): readonly Reason[] {
  return [
    ...over('too-many-channels', audio.channels, way.maxChannels),
    ...over('sample-rate-too-high', audio.sampleRateHz, way.maxSampleRateHz),
    ...over('bitrate-too-high', audio.bitrateBps, way.maxBitrateBps),
  ];
}

function indexProblems(playable: Playable): readonly Reason[] {
  return playable.fastStart === false ? [reason('index-at-end')] : [];
}

function over(
  code: 'bitrate-too-high' | 'frame-rate-too-high' | 'too-many-channels' | 'sample-rate-too-high',
  value: number | null,
  limit: number | null,
): readonly Reason[] {
  return value !== null && limit !== null && value > limit ? [reason(code, { value, limit })] : [];
}
