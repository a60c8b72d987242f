import type { AudioCodec, VideoCodec } from '../codecs/codecs.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import { parseAudioCodec, parseContainer, parseVideoCodec } from '../codecs/ffprobe-names.ts';
import { lowestLevel } from '../codecs/levels.ts';
import { defaultProfile, parseProfile } from '../codecs/profiles.ts';
import type { Rendition } from '../model/media.ts';
import type { AudioTrack, MediaInfo, VideoTrack } from '../model/media-info.ts';
import type { Output, OutputAudio, OutputVideo } from '../model/plan.ts';
import {
  masterAudioBitrateBps,
  masterBitrateBps,
  masterVideoBitrateBps,
} from '../planning/master-rates.ts';

/** All that a device looks at in a file, whether it exists or is only planned. */
export interface Playable {
  /** null: none that AVlogue knows. */
  readonly container: Container | null;
  readonly video: PlayableVideo | null;
  readonly audio: PlayableAudio | null;
  /** Of the whole file; null: unknown. */
  readonly bitrateBps: number | null;
  readonly fastStart: boolean | null;
}

export interface PlayableVideo {
  /** null: one that AVlogue cannot make. */
  readonly codec: VideoCodec | null;
  readonly codecName: string;
  readonly profile: string | null;
  /** As written ("4.1"); null: unknown. */
  readonly level: string | null;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number | null;
  readonly bitDepth: number;
  readonly chroma: VideoTrack['chroma'];
  readonly interlaced: boolean;
  readonly dynamicRange: VideoTrack['dynamicRange'];
  readonly squarePixels: boolean;
}

export interface PlayableAudio {
  readonly codec: AudioCodec | null;
  readonly codecName: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bitrateBps: number | null;
}

/** What every encoded picture of ours is: 8-bit 4:2:0, progressive, SDR, with square pixels. */
const PLAIN_PICTURE = {
  bitDepth: 8,
  chroma: '4:2:0',
  interlaced: false,
  dynamicRange: 'sdr',
  squarePixels: true,
} as const;

export function playableFromMaster(info: MediaInfo): Playable {
  return {
    container: parseContainer(info.formatName, {
      videoCodec: info.video?.codec ?? null,
      audioCodec: info.audio?.codec ?? null,
    }),
    video: info.video === null ? null : videoOfMaster(info.video),
    audio: info.audio === null ? null : audioOfMaster(info, info.audio),
    bitrateBps: masterBitrateBps(info),
    fastStart: info.fastStart,
  };
}

export function playableFromRendition(rendition: Rendition): Playable {
  const { video, audio } = rendition;
  return {
    container: rendition.container,
    video:
      video === null
        ? null
        : {
            ...PLAIN_PICTURE,
            ...video,
            codecName: video.codec,
            profile: parseProfile(video.codec, video.profile),
            level:
              video.level ??
              lowestLevel(video.codec, { ...video, bitrateBps: rendition.bitrateBps }),
          },
    audio: audio === null ? null : { ...audio, codecName: audio.codec },
    bitrateBps: rendition.bitrateBps,
    fastStart: rendition.fastStart,
  };
}

/** `info` is the master's, since a copied stream stays what it is. */
export function playableFromOutput(output: Output, info: MediaInfo): Playable {
  return {
    container: output.container,
    video: output.video === null ? null : videoOfOutput(output.video, info),
    audio: output.audio === null ? null : audioOfOutput(output.audio, info),
    bitrateBps: outputBitrateBps(output, info),
    fastStart: containerFacts(output.container).fastStart ? true : null,
  };
}

/** An upper estimate for the whole file: the picture's ceiling and the sound's rate; null when lossless or unknown. */
export function outputBitrateBps(output: Output, info: MediaInfo): number | null {
  const video = output.video === null ? 0 : videoRate(output.video, info);
  const audio = output.audio === null ? 0 : audioRate(output.audio, info);
  const sum = video === null || audio === null ? null : video + audio;
  return sum === 0 ? null : sum;
}

function videoRate(video: OutputVideo, info: MediaInfo): number | null {
  if (video.mode === 'copy') return masterVideoBitrateBps(info);
  return video.rate.mode === 'bitrate' ? video.rate.bitrateBps : video.rate.maxBitrateBps;
}

function audioRate(audio: OutputAudio, info: MediaInfo): number | null {
  return audio.mode === 'copy' ? masterAudioBitrateBps(info) : audio.bitrateBps;
}

function videoOfMaster(track: VideoTrack): PlayableVideo {
  const codec = parseVideoCodec(track.codec);
  const { numerator, denominator } = track.sampleAspectRatio;
  return {
    codec,
    codecName: track.codec,
    profile: codec === null ? track.profile : parseProfile(codec, track.profile),
    level: codec === null ? null : masterLevel(codec, track),
    width: track.width,
    height: track.height,
    frameRate: track.frameRate,
    bitDepth: track.bitDepth,
    chroma: track.chroma,
    interlaced: track.interlaced,
    dynamicRange: track.dynamicRange,
    squarePixels: numerator === denominator,
  };
}

/** ffprobe's number in the standard's writing; from the picture's figures where the stream does not say. */
export function masterLevel(codec: VideoCodec, track: VideoTrack): string | null {
  const level = track.level ?? -1;
  if (level > 0 && codec === 'h264') return level === 9 ? '1b' : (level / 10).toFixed(1);
  if (level > 0 && codec === 'hevc') return (level / 30).toFixed(1);
  if (level >= 0 && codec === 'av1') return `${2 + (level >> 2)}.${level & 3}`;
  return lowestLevel(codec, { ...track, profile: parseProfile(codec, track.profile) });
}

function videoOfOutput(video: OutputVideo, info: MediaInfo): PlayableVideo | null {
  if (video.mode === 'copy') return info.video === null ? null : videoOfMaster(info.video);
  const { codec, width, height } = video;
  const profile = video.profile ?? defaultProfile(codec);
  const frameRate = video.frameRate ?? info.video?.frameRate ?? null;
  const bitrateBps = peakBitrateBps(video.rate);
  const level =
    video.level ?? lowestLevel(codec, { width, height, frameRate, bitrateBps, profile });
  return { ...PLAIN_PICTURE, codec, codecName: codec, profile, level, width, height, frameRate };
}

/** The rate that a level must carry: averages may double for a moment. */
export function peakBitrateBps(
  rate: Extract<OutputVideo, { mode: 'encode' }>['rate'],
): number | null {
  return rate.mode === 'bitrate' ? rate.bitrateBps * 2 : rate.maxBitrateBps;
}

function audioOfMaster(info: MediaInfo, track: AudioTrack): PlayableAudio {
  return {
    codec: parseAudioCodec(track.codec),
    codecName: track.codec,
    channels: track.channels,
    sampleRateHz: track.sampleRateHz,
    bitrateBps: masterAudioBitrateBps(info),
  };
}

function audioOfOutput(audio: OutputAudio, info: MediaInfo): PlayableAudio | null {
  if (audio.mode === 'copy') return info.audio === null ? null : audioOfMaster(info, info.audio);
  const { codec, channels, sampleRateHz, bitrateBps } = audio;
  return { codec, codecName: codec, channels, sampleRateHz, bitrateBps };
}
