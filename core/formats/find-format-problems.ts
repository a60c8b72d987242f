import { AUDIO_CODECS, VIDEO_CODECS } from '../codecs/codecs.ts';
import { containerFacts } from '../codecs/containers.ts';
import { BUILT_IN_DEVICES } from '../devices/built-in-devices.ts';
import type { Device } from '../model/device.ts';
import { type Format, formatSchema } from '../model/format.ts';
import { findAudioProblems } from './find-audio-problems.ts';
import { findVideoProblems } from './find-video-problems.ts';
import { type FormatProblem, fault, hint } from './format-problem.ts';
import { playsSomewhere } from './plays-somewhere.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * All that is wrong with a format, as one types it: errors make it unusable, warnings unwise.
 * Empty: fine. Anything may be given; what is no format at all is told by its fields.
 */
export function findFormatProblems(
  input: unknown,
  devices: readonly Device[] = BUILT_IN_DEVICES,
): readonly FormatProblem[] {
  const parsed = formatSchema.safeParse(input);
  if (!parsed.success) return schemaProblems(parsed.error);
  const format = parsed.data;
  const problems = [
    ...kindProblems(format),
    ...containerProblems(format),
    ...(format.video === null ? [] : findVideoProblems(format.video)),
    ...(format.audio === null ? [] : findAudioProblems(format.audio, format.container)),
  ];
  const broken = problems.some(({ severity }) => severity === 'error');
  return broken ? problems : [...problems, ...deviceProblems(format, devices)];
}

function kindProblems({ kind, video, audio }: Format): readonly FormatProblem[] {
  if (kind === 'video') return video === null ? [fault('video', 'video-missing')] : [];
  return [
    ...(video === null ? [] : [fault('video', 'video-in-audio')]),
    ...(audio === null ? [fault('audio', 'audio-missing')] : []),
  ];
}

function containerProblems({ container, video, audio }: Format): readonly FormatProblem[] {
  const { name, video: pictures, audio: sounds } = containerFacts(container);
  const problems: FormatProblem[] = [];
  if (video !== null && !pictures.includes(video.codec))
    problems.push(cannotHold('video.codec', name, VIDEO_CODECS, [video.codec, ...pictures]));
  if (audio !== null && !sounds.includes(audio.codec))
    problems.push(cannotHold('audio.codec', name, AUDIO_CODECS, [audio.codec, ...sounds]));
  return problems;
}

function cannotHold<C extends string>(
  field: string,
  container: string,
  facts: Readonly<Record<C, { readonly name: string }>>,
  [codec, ...possible]: readonly [C, ...C[]],
): FormatProblem {
  return fault(field, 'container-cannot-hold', {
    container,
    codec: facts[codec].name,
    possible: possible.map((each) => facts[each].name).join(', '),
    stream: field.startsWith('video') ? 'picture' : 'sound',
  });
}

function deviceProblems(format: Format, devices: readonly Device[]): readonly FormatProblem[] {
  if (devices.length === 0 || playsSomewhere(format, devices)) return [];
  return [hint('container', 'no-device')];
}
