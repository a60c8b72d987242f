import {
  legalBitrateBps,
  maxChannelsOf,
  maxSampleRateOf,
  sampleRatesOf,
  takesSampleRate,
} from '../codecs/audio-limits.ts';
import { AUDIO_CODECS } from '../codecs/codecs.ts';
import type { Container } from '../codecs/containers.ts';
import type { AudioRecipe } from '../model/format.ts';
import { findParameterProblems } from './extra-parameters.ts';
import { type FormatProblem, fault, hint } from './format-problem.ts';

export function findAudioProblems(
  recipe: AudioRecipe,
  container: Container,
): readonly FormatProblem[] {
  return [
    ...bitrateProblems(recipe),
    ...channelProblems(recipe),
    ...sampleRateProblems(recipe, container),
    ...parameterProblems(recipe),
  ];
}

function bitrateProblems(recipe: AudioRecipe): readonly FormatProblem[] {
  const { codec, bitrateBps } = recipe;
  const { name, lossless } = AUDIO_CODECS[codec];
  const field = 'audio.bitrateBps';
  if (lossless)
    return bitrateBps === null
      ? []
      : [fault(field, 'bitrate-for-lossless', `${name} is lossless: it has no bitrate to choose.`)];
  if (bitrateBps === null)
    return [fault(field, 'bitrate-missing', `${name} needs a bitrate, such as 128 kb/s.`)];
  const legal = legalBitrateBps(codec, bitrateBps, shapeOf(recipe));
  return legal === bitrateBps
    ? []
    : [
        hint(
          field,
          'bitrate-adjusted',
          `${name} has no ${bitrateBps / 1000} kb/s for this sound; it becomes ${legal / 1000} kb/s.`,
        ),
      ];
}

function shapeOf({ codec, maxChannels, sampleRateHz }: AudioRecipe) {
  return {
    channels: Math.min(maxChannels, maxChannelsOf(codec)),
    sampleRateHz: sampleRateHz ?? 48_000,
  };
}

function channelProblems({ codec, maxChannels }: AudioRecipe): readonly FormatProblem[] {
  const most = maxChannelsOf(codec);
  if (maxChannels <= most) return [];
  const { name } = AUDIO_CODECS[codec];
  return [
    fault('audio.maxChannels', 'too-many-channels', `${name} holds at most ${most} channels.`),
  ];
}

function sampleRateProblems(
  { codec, sampleRateHz }: AudioRecipe,
  container: Container,
): readonly FormatProblem[] {
  if (sampleRateHz === null || takesSampleRate(codec, container, sampleRateHz)) return [];
  const rates = sampleRatesOf(codec, container);
  const { name } = AUDIO_CODECS[codec];
  const choice =
    rates === null ? `at most ${maxSampleRateOf(codec)} Hz` : `${rates.join(', ')} Hz, or none`;
  return [
    fault(
      'audio.sampleRateHz',
      'sample-rate-unsupported',
      `${name} cannot be made at ${sampleRateHz} Hz here: choose ${choice}.`,
    ),
  ];
}

function parameterProblems({ codec, extraParameters }: AudioRecipe): readonly FormatProblem[] {
  return findParameterProblems(codec, extraParameters).map(({ index, message }) =>
    fault(`audio.extraParameters.${index}`, 'parameter-refused', message),
  );
}
