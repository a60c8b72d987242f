import { isErrorCode } from '../../core/errors/app-error.ts';
import { explainError } from '../texts/explain.ts';
import type { Language } from '../texts/language.ts';

/** The short meaning of a problem's code, for where only a line is left. */
export function describeProblem(code: string | null, language: Language): string | null {
  return isErrorCode(code) ? explainError(code, language).summary : null;
}
