import { isErrorCode } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';

/** The short meaning of a problem's code, for where only a line is left. */
export function describeProblem(code: string | null): string | null {
  return isErrorCode(code) ? ERROR_CODES[code].summary : null;
}
