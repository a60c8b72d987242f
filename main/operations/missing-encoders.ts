import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import type { Format } from '../../core/model/format.ts';

/** Encoders of which at least one is needed for the format and none is at hand; empty when it can be made. */
export function missingEncoders(
  { video, audio }: Pick<Format, 'video' | 'audio'>,
  encoders: ReadonlySet<string>,
): readonly string[] {
  const needed: readonly (readonly string[])[] = [
    ...(video === null ? [] : [VIDEO_CODECS[video.codec].encoders]),
    ...(audio === null ? [] : [AUDIO_CODECS[audio.codec].encoders]),
  ];
  return needed.filter((names) => !names.some((name) => encoders.has(name))).flat();
}
