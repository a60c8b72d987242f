import { BUILT_IN_FORMATS } from '../../core/formats/built-in-formats.ts';
import type { Format } from '../../core/model/format.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import type { Output } from '../../core/model/plan.ts';
import { outputsOf } from '../../core/planning/outstanding-outputs.ts';
import { planMedia } from '../../core/planning/plan-media.ts';

const ENCODERS = new Set(
  [
    'libx264',
    'libx265',
    'libvpx',
    'libvpx-vp9',
    'libsvtav1',
    'libaom-av1',
    'mpeg4',
    'libtheora',
  ].concat([
    'aac',
    'libmp3lame',
    'libopus',
    'libvorbis',
    'ac3',
    'flac',
    'pcm_s16le',
    'pcm_s16be',
    'pcm_f32le',
  ]),
);

export function builtInFormat(id: string): Format {
  const format = BUILT_IN_FORMATS.find((candidate) => candidate.id === id);
  if (format === undefined) throw new Error(`There is no built-in format ${id}.`);
  return format;
}

/** A built-in video format in a box of this size. */
export function smallFormat(id: string, width: number, height: number): Format {
  const format = builtInFormat(id);
  if (format.video === null) throw new Error(`${id} has no picture.`);
  const video = { ...format.video, maxWidth: width, maxHeight: height };
  return { ...format, id: `${id}-${height}`, builtIn: false, video };
}

/** What the planner makes of these formats, in their order. */
export function planOutputs(
  info: MediaInfo,
  formats: readonly Format[],
  forceEncoding = true,
): readonly Output[] {
  const outputs = outputsOf(
    planMedia({
      info,
      kind: info.video === null ? 'audio' : 'video',
      formats,
      requestedFormatIds: formats.map(({ id }) => id),
      devices: [],
      encoders: ENCODERS,
      forceEncoding,
    }),
  );
  return formats.map(({ id }) => {
    const output = outputs.find(({ formatId }) => formatId === id);
    if (output === undefined) throw new Error(`The plan skips ${id}.`);
    return output;
  });
}
