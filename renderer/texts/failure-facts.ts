import { z } from 'zod';
import { formatProblemSchema } from '../../core/contract/formats.ts';
import type { ErrorDetails } from '../../core/errors/app-error.ts';
import { fieldName } from '../formats/field-name.ts';
import { explainProblem } from './explain.ts';
import type { Language } from './language.ts';

export interface FailureFact {
  /** Empty: the value speaks for itself. */
  readonly label: string;
  readonly value: string;
}

/** Details that say on what something failed, in the order of telling. Ids and argv are for the log. */
const TOLD = [
  'title',
  'path',
  'otherPath',
  'slug',
  'url',
  'port',
  'codec',
  'codecs',
  'users',
  'files',
  'deviations',
  'seconds',
  'systemCode',
] as const;

/** More would push what to do out of sight. */
const MOST_ITEMS = 5;

/** On what something failed, out of an error's details: for languages that its message is not in. */
export function failureFacts(details: ErrorDetails, language: Language): readonly FailureFact[] {
  const labels = { ...language.t.errors, title: language.t.details.title };
  const problems = problemFacts(details.problems, language);
  return [
    ...(problems.length > 0 ? problems : fieldFact(details, language)),
    ...TOLD.flatMap((key) => fact(labels[key], details[key], language)),
    ...fact(labels.lines, lastOf(details.lines), language),
  ];
}

/** A path says more than the name of its field. */
function fieldFact(details: ErrorDetails, language: Language): readonly FailureFact[] {
  const { field } = details;
  if (typeof field !== 'string' || field === '' || field in details) return [];
  return [{ label: language.t.errors.field, value: fieldName(field, language.t) }];
}

function problemFacts(problems: unknown, language: Language): readonly FailureFact[] {
  const parsed = z.array(formatProblemSchema).safeParse(problems);
  return (parsed.data ?? []).slice(0, MOST_ITEMS).map((problem) => ({
    label: fieldName(problem.field, language.t),
    value: explainProblem(problem, language),
  }));
}

function fact(label: string, value: unknown, { figures }: Language): readonly FailureFact[] {
  if (typeof value === 'number') return [{ label, value: figures.number(value) }];
  const texts = [value].flat().filter((one) => typeof one === 'string' && one !== '');
  if (texts.length === 0) return [];
  const more = texts.length > MOST_ITEMS ? ', …' : '';
  return [{ label, value: texts.slice(0, MOST_ITEMS).join(', ') + more }];
}

function lastOf(lines: unknown): unknown {
  return Array.isArray(lines) ? lines.at(-1) : null;
}
