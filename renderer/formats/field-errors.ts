import type { FormatProblem } from '../../core/contract/formats.ts';
import { explainProblem } from '../texts/explain.ts';
import type { Language } from '../texts/language.ts';

/** The first refusal of each field, by its path. */
export type FieldErrors = ReadonlyMap<string, string>;

export function fieldErrors(problems: readonly FormatProblem[], language: Language): FieldErrors {
  const errors = new Map<string, string>();
  for (const problem of problems) {
    const { field, severity } = problem;
    if (severity === 'error' && !errors.has(field))
      errors.set(field, explainProblem(problem, language));
  }
  return errors;
}

/** The first refusal of a field or of anything in it. */
export function errorWithin(errors: FieldErrors, field: string): string | undefined {
  const exact = errors.get(field);
  if (exact !== undefined) return exact;
  for (const [path, message] of errors) if (path.startsWith(`${field}.`)) return message;
  return undefined;
}
