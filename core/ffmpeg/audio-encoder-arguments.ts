import { parametersFor } from '../formats/extra-parameters.ts';
import type { EncodedAudio } from './encoded-streams.ts';

/** Everything that one sound encoder is told, its name included. Mix and rate come from the filters. */
export function buildAudioEncoderArguments(audio: EncodedAudio): readonly string[] {
  return [
    '-c:a',
    audio.encoder,
    ...(audio.bitrateBps === null ? [] : ['-b:a', String(audio.bitrateBps)]),
    ...(OWN[audio.encoder] ?? []),
    ...parametersFor(audio.encoder, audio.extraParameters),
  ];
}

const OWN: Readonly<Record<string, readonly string[]>> = {
  aac: ['-profile:a', 'aac_low'],
  libfdk_aac: ['-profile:a', 'aac_low'],
};
