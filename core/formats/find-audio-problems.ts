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
    return bitrateBps === null ? [] : [fault(field, 'bitrate-for-lossless', { codec: name })];
  if (bitrateBps === null) return [fault(field, 'bitrate-missing', { codec: name })];
  const becomesBps = legalBitrateBps(codec, bitrateBps, shapeOf(recipe));
  return becomesBps === bitrateBps
    ? []
    : [hint(field, 'bitrate-adjusted', { codec: name, bitrateBps, becomesBps })];
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
  return [fault('audio.maxChannels', 'too-many-channels', { codec: name, most })];
}

function sampleRateProblems(
  { codec, sampleRateHz }: AudioRecipe,
  container: Container,
): readonly FormatProblem[] {
  if (sampleRateHz === null || takesSampleRate(codec, container, sampleRateHz)) return [];
  const rates = sampleRatesOf(codec, container);
  const facts = {
    codec: AUDIO_CODECS[codec].name,
    sampleRateHz,
    offered: rates === null ? null : rates.join(', '),
    most: maxSampleRateOf(codec),
  };
  return [fault('audio.sampleRateHz', 'sample-rate-unsupported', facts)];
}

function parameterProblems({ codec, extraParameters }: AudioRecipe): readonly FormatProblem[] {
  return findParameterProblems(codec, extraParameters).map(({ index, code, facts }) =>
    fault(`audio.extraParameters.${index}`, code, facts),
  );
}
