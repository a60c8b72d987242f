import type { FormatProblem } from '../../core/contract/formats.ts';

/** The first refusal of each field, by its path. */
export type FieldErrors = ReadonlyMap<string, string>;

export function fieldErrors(problems: readonly FormatProblem[]): FieldErrors {
  const errors = new Map<string, string>();
  for (const { field, severity, message } of problems) {
    if (severity === 'error' && !errors.has(field)) errors.set(field, message);
  }
  return errors;
}
