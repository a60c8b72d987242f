import { AUDIO_CODECS, type AudioCodec } from '../../codecs/codecs.ts';
import type { AudioRecipe } from '../../model/format.ts';
import { parseOldParameters } from './django-parameters.ts';
import type { AudioFormatFields } from './django-row.ts';

/** Nobody means less than a kilobit a second: the old AVlogue's first versions counted in kilobits. */
const LEAST_BITS = 1000;
const USUAL_BITRATE_BPS = 128_000;

export function buildAudioRecipe(
  fields: AudioFormatFields,
  codec: AudioCodec,
): { readonly recipe: AudioRecipe; readonly notes: readonly string[] } {
  const parameters = parseOldParameters(codec, fields.audio_codec_params);
  const notes = [...parameters.notes];
  const channels = fields.audio_channels > 0 ? fields.audio_channels : parameters.channels;
  const recipe: AudioRecipe = {
    codec,
    bitrateBps: bitrateOf(fields.audio_bitrate, codec, notes),
    maxChannels: channels ?? 2,
    sampleRateHz: parameters.sampleRateHz,
    extraParameters: parameters.extraParameters,
  };
  return { recipe, notes };
}

function bitrateOf(written: number, codec: AudioCodec, notes: string[]): number | null {
  const { name, lossless } = AUDIO_CODECS[codec];
  if (lossless) {
    if (written > 0) notes.push(`${name} is lossless, so its bitrate was left out.`);
    return null;
  }
  if (written <= 0) {
    notes.push(`no audio bitrate was set; ${name} gets 128 kb/s.`);
    return USUAL_BITRATE_BPS;
  }
  if (written >= LEAST_BITS) return written;
  notes.push(`the audio bitrate ${written} was taken for ${written} kb/s.`);
  return written * 1000;
}
