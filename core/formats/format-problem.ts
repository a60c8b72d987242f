import type { FormatProblem } from '../contract/formats.ts';
import type { Facts } from '../model/facts.ts';
import { writeSentence } from '../text/write-sentence.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from './problem-codes.ts';

export type { FormatProblem };

export function fault(field: string, code: ProblemCode, facts: Facts = {}): FormatProblem {
  return { field, severity: 'error', code, facts, message: explainProblem(code, facts) };
}

export function hint(field: string, code: ProblemCode, facts: Facts = {}): FormatProblem {
  return { field, severity: 'warning', code, facts, message: explainProblem(code, facts) };
}

/** The problem in plain English. */
export function explainProblem(code: ProblemCode, facts: Facts): string {
  return writeSentence(PROBLEM_SENTENCES[code], facts) ?? PROBLEM_SENTENCES.schema;
}
