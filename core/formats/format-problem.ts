import type { z } from 'zod';
import type { FormatProblem } from '../contract/formats.ts';

export type { FormatProblem };

/** What makes a format, set or device impossible, or unwise. `code` is from this list and names the kind of fault. */
export type ProblemCode =
  | 'schema'
  | 'video-missing'
  | 'video-in-audio'
  | 'audio-missing'
  | 'container-cannot-hold'
  | 'profile-unknown'
  | 'level-unknown'
  | 'level-too-low'
  | 'rate-above-level'
  | 'rate-very-low'
  | 'quality-out-of-range'
  | 'quality-unsupported'
  | 'box-too-small'
  | 'box-odd'
  | 'crop-without-box'
  | 'frame-rate-high'
  | 'key-frames-rare'
  | 'bitrate-missing'
  | 'bitrate-for-lossless'
  | 'bitrate-adjusted'
  | 'sample-rate-unsupported'
  | 'too-many-channels'
  | 'parameter-refused'
  | 'no-device'
  | 'plays-nothing'
  | 'sides-swapped'
  | 'format-unknown'
  | 'format-of-other-kind'
  | 'format-twice'
  | 'set-empty';

export function fault(field: string, code: ProblemCode, message: string): FormatProblem {
  return { field, severity: 'error', code, message };
}

export function hint(field: string, code: ProblemCode, message: string): FormatProblem {
  return { field, severity: 'warning', code, message };
}

/** What a schema said, field by field. */
export function schemaProblems(error: z.ZodError): readonly FormatProblem[] {
  return error.issues.map(({ path, message }) => fault(path.join('.'), 'schema', message));
}
