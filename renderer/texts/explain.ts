import type { FormatProblem } from '../../core/contract/formats.ts';
import { ERROR_CODES, type ErrorCode } from '../../core/errors/error-codes.ts';
import type { Reason } from '../../core/model/plan.ts';
import { explainReason } from '../../core/planning/explain-reason.ts';
import { deErrors, type ErrorWords } from './de-errors.ts';
import { deProblems } from './de-problems.ts';
import { deReasons } from './de-reasons.ts';
import type { Language } from './language.ts';
import { writeGerman } from './write-german.ts';

/** A plan's reason as a sentence; where a language lacks it or a fact is missing, the engine's English one. */
export function explain(reason: Reason, { code, figures }: Language): string {
  const german = code === 'de' ? writeGerman(deReasons[reason.code], reason.facts, figures) : null;
  return german ?? explainReason(reason);
}

/** What is wrong with a field of a format, set or device. */
export function explainProblem(
  { code, facts, message }: Pick<FormatProblem, 'code' | 'facts' | 'message'>,
  { code: language, figures, names }: Language,
): string {
  if (language !== 'de') return message;
  return writeGerman(deProblems[code], names.facts(facts), figures) ?? message;
}

/** What an error's code means and what to do about it. */
export function explainError(code: ErrorCode, { code: language }: Language): ErrorWords {
  return language === 'de' ? deErrors[code] : ERROR_CODES[code];
}
