import type { AudioCodec, VideoCodec } from '../../codecs/codecs.ts';
import { findParameterProblems } from '../extra-parameters.ts';
import { explainProblem } from '../format-problem.ts';

/** Settings that a format has fields for now. */
export interface RecognisedParameters {
  readonly profile: string | null;
  readonly level: string | null;
  readonly preset: string | null;
  readonly quality: number | null;
  readonly frameRate: number | null;
  readonly sampleRateHz: number | null;
  readonly channels: number | null;
  /** The rest, as far as the allow-list takes it. */
  readonly extraParameters: readonly string[];
  readonly notes: readonly string[];
}

type Field = Exclude<keyof RecognisedParameters, 'extraParameters' | 'notes'>;

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries({
    vprofile: 'profile',
    'profile:v': 'profile',
    profile: 'profile',
    level: 'level',
    'level:v': 'level',
    preset: 'preset',
    'preset:v': 'preset',
    vpre: 'preset',
    crf: 'quality',
    'crf:v': 'quality',
    r: 'frameRate',
    'r:v': 'frameRate',
    ar: 'sampleRateHz',
    ac: 'channels',
  } as const),
);

const NUMERIC: ReadonlySet<Field> = new Set(['quality', 'frameRate', 'sampleRateHz', 'channels']);

/** The old encoder split at single blanks and passed everything on; here each pair must be known or allowed. */
export function parseOldParameters(
  codec: VideoCodec | AudioCodec,
  written: string,
): RecognisedParameters {
  const found = new Map<Field, string>();
  const extraParameters: string[] = [];
  const notes: string[] = [];
  for (const [name, value] of pairsOf(written.split(/\s+/).filter((word) => word !== ''))) {
    const field = FIELDS.get(name.replace(/^-/, ''));
    if (field !== undefined && value !== null && isUsable(field, value)) found.set(field, value);
    else {
      const pair = value === null ? [name] : [name, value];
      const [problem] = findParameterProblems(codec, pair);
      if (problem === undefined) extraParameters.push(...pair);
      else {
        const why = explainProblem(problem.code, problem.facts);
        notes.push(`“${pair.join(' ').slice(0, 80)}” was left out: ${why}`);
      }
    }
  }
  const number = (field: Field) => (found.has(field) ? Number(found.get(field)) : null);
  return {
    profile: found.get('profile') ?? null,
    level: found.get('level') ?? null,
    preset: found.get('preset') ?? null,
    quality: number('quality'),
    frameRate: number('frameRate'),
    sampleRateHz: number('sampleRateHz'),
    channels: number('channels'),
    extraParameters,
    notes,
  };
}

function isUsable(field: Field, value: string): boolean {
  return !NUMERIC.has(field) || /^\d{1,6}(\.\d{1,3})?$/.test(value);
}

function* pairsOf(words: readonly string[]): Generator<readonly [string, string | null]> {
  for (let index = 0; index < words.length; index += 1) {
    const name = words[index] ?? '';
    const next = words[index + 1];
    const takes = name.startsWith('-') && next !== undefined && !/^-[a-z]/i.test(next);
    yield [name, takes ? next : null];
    if (takes) index += 1;
  }
}
