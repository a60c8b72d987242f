import { AUDIO_CODECS, type AudioCodec, VIDEO_CODECS, type VideoCodec } from '../codecs/codecs.ts';
import type { Size } from './fit-picture.ts';

/** Encoders refuse pictures with a side below this; measured with SVT-AV1 1.4 and x265 3.5. */
const SMALLEST_SIDE: Readonly<Record<string, number>> = { libsvtav1: 64, libx265: 16 };

/** The first encoder in the codec's order that is at hand and takes this size. */
export function chooseVideoEncoder(
  codec: VideoCodec,
  encoders: ReadonlySet<string>,
  size: Size,
): string | null {
  const side = Math.min(size.width, size.height);
  const names: readonly string[] = VIDEO_CODECS[codec].encoders;
  return names.find((name) => encoders.has(name) && side >= (SMALLEST_SIDE[name] ?? 0)) ?? null;
}

export function chooseAudioEncoder(
  codec: AudioCodec,
  encoders: ReadonlySet<string>,
): string | null {
  const names: readonly string[] = AUDIO_CODECS[codec].encoders;
  return names.find((name) => encoders.has(name)) ?? null;
}
