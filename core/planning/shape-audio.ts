import {
  legalBitrateBps,
  maxChannelsOf,
  maxSampleRateOf,
  sampleRatesOf,
} from '../codecs/audio-limits.ts';
import { AUDIO_CODECS, type AudioCodec } from '../codecs/codecs.ts';
import type { Container } from '../codecs/containers.ts';
import { audioEfficiency } from '../codecs/efficiency.ts';
import type { AudioRecipe, Format } from '../model/format.ts';
import type { AudioTrack, MediaInfo } from '../model/media-info.ts';
import type { OutputAudio, Reason } from '../model/plan.ts';
import { chooseAudioEncoder } from './choose-encoder.ts';
import { masterAudioBitrateBps } from './master-rates.ts';
import { reason } from './reason.ts';

export interface ShapedAudio {
  readonly audio: OutputAudio;
  readonly fromMaster: boolean;
  readonly reasons: readonly Reason[];
}

/** null: no encoder at hand. */
export function shapeAudio(
  info: MediaInfo,
  track: AudioTrack,
  format: Format & { readonly audio: AudioRecipe },
  encoders: ReadonlySet<string>,
): ShapedAudio | null {
  const recipe = format.audio;
  const encoder = chooseAudioEncoder(recipe.codec, encoders);
  if (encoder === null) return null;
  const channels = fitChannels(
    track.channels,
    Math.min(recipe.maxChannels, maxChannelsOf(recipe.codec)),
  );
  const sampleRateHz =
    recipe.sampleRateHz ?? fitSampleRate(recipe.codec, format.container, track.sampleRateHz);
  const rate = fitAudioRate(info, recipe, { channels, sampleRateHz });
  return {
    audio: {
      mode: 'encode',
      codec: recipe.codec,
      encoder,
      bitrateBps: rate?.bitrateBps ?? null,
      channels,
      sampleRateHz,
      extraParameters: recipe.extraParameters,
    },
    fromMaster: rate?.fromMaster ?? false,
    reasons: [
      ...(channels < track.channels
        ? [reason('mixed-down', { channels: track.channels, toChannels: channels })]
        : []),
      ...(sampleRateHz === track.sampleRateHz
        ? []
        : [
            reason('sample-rate-changed', {
              sampleRateHz: track.sampleRateHz,
              toSampleRateHz: sampleRateHz,
            }),
          ]),
      ...(rate?.reasons ?? []),
    ],
  };
}

/** Mono, stereo, 5.1 and 7.1 are what encoders and players agree on. */
function fitChannels(master: number, limit: number): number {
  return [8, 6, 2, 1].find((channels) => channels <= Math.min(master, limit)) ?? 1;
}

/** The master's own rate where the codec has it, else the highest below it, a whole fraction before others. */
export function fitSampleRate(codec: AudioCodec, container: Container, masterHz: number): number {
  const rates = sampleRatesOf(codec, container);
  if (rates === null) return Math.min(masterHz, maxSampleRateOf(codec));
  const below = rates.filter((rate) => rate <= masterHz);
  if (below.includes(masterHz)) return masterHz;
  const usual = below.filter((rate) => rate >= 44_100);
  return usual.find((rate) => masterHz % rate === 0) ?? below.at(-1) ?? rates[0] ?? masterHz;
}

interface FittedAudioRate {
  readonly bitrateBps: number;
  readonly fromMaster: boolean;
  readonly reasons: readonly Reason[];
}

/** One channel needs a little more than half the bits of two. */
const MONO_SHARE = 0.6;
/** More bits than these a sample say nothing that can be heard. */
const AMPLE_BITS_PER_SAMPLE = 4;

/** null for lossless codecs. */
function fitAudioRate(
  info: MediaInfo,
  recipe: AudioRecipe,
  shape: { readonly channels: number; readonly sampleRateHz: number },
): FittedAudioRate | null {
  if (recipe.bitrateBps === null || AUDIO_CODECS[recipe.codec].lossless) return null;
  const mono = shape.channels === 1 && recipe.maxChannels > 1;
  const asked = mono ? recipe.bitrateBps * MONO_SHARE : recipe.bitrateBps;
  const ceiling = soundCeilingFromMaster(info, recipe.codec);
  const bitrateBps = legalBitrateBps(recipe.codec, Math.min(asked, ceiling), shape);
  const fromMaster = ceiling < asked;
  return {
    bitrateBps,
    fromMaster,
    reasons: rateReasons(
      { bitrateBps, formatBitrateBps: recipe.bitrateBps, fromMaster, mono },
      info,
    ),
  };
}

interface RateChange {
  readonly bitrateBps: number;
  readonly formatBitrateBps: number;
  readonly fromMaster: boolean;
  readonly mono: boolean;
}

function rateReasons(
  { fromMaster, mono, ...rates }: RateChange,
  info: MediaInfo,
): readonly Reason[] {
  const masterBitrateBps = Math.round(masterAudioBitrateBps(info) ?? 0);
  if (fromMaster)
    return [reason('rate-from-master', { stream: 'sound', ...rates, masterBitrateBps })];
  return mono ? [reason('rate-for-one-channel', { ...rates })] : [];
}

/** The most bits per second that this codec can fill from the master's sound; infinite where the master does not say. */
export function soundCeilingFromMaster(info: MediaInfo, codec: AudioCodec): number {
  if (info.audio === null) return Number.POSITIVE_INFINITY;
  const ample = AMPLE_BITS_PER_SAMPLE * info.audio.channels * info.audio.sampleRateHz;
  const bitrate = masterAudioBitrateBps(info);
  const efficiency = audioEfficiency(info.audio.codec);
  if (bitrate === null || efficiency === null) return ample;
  return Math.min(ample, (bitrate * AUDIO_CODECS[codec].efficiency) / efficiency);
}
