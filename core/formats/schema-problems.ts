import type { z } from 'zod';
import { type FormatProblem, fault } from './format-problem.ts';

type Issue = z.ZodError['issues'][number];

/** What a schema said, field by field, in words for people. */
export function schemaProblems(error: z.ZodError): readonly FormatProblem[] {
  return error.issues.map((issue) => problemOf(issue.path.join('.'), issue));
}

function problemOf(field: string, issue: Issue): FormatProblem {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(field, issue);
    case 'too_big':
      return fault(field, issue.origin === 'string' ? 'text-too-long' : 'number-too-large', {
        most: Number(issue.maximum),
      });
    case 'invalid_format':
      return fault(field, issue.format === 'regex' ? 'characters-refused' : 'schema');
    case 'invalid_value':
      return fault(field, 'not-offered', { offered: issue.values.join(', ') });
    case 'invalid_type':
      return wrongType(field, issue.expected);
    default:
      return fault(field, 'schema');
  }
}

function tooSmall(field: string, issue: Extract<Issue, { code: 'too_small' }>): FormatProblem {
  if (issue.origin === 'string') return fault(field, 'text-missing');
  const limit = Number(issue.minimum);
  return fault(
    field,
    'number-too-small',
    issue.inclusive === false ? { above: limit } : { least: limit },
  );
}

function wrongType(field: string, expected: string): FormatProblem {
  if (expected === 'int') return fault(field, 'number-not-whole');
  if (expected === 'number') return fault(field, 'number-missing');
  return fault(field, expected === 'string' ? 'text-missing' : 'schema');
}
