import { AppError } from '../errors/app-error.ts';
import { say } from '../text/sentence-table.ts';
import {
  ATTRIBUTE_PROBLEMS,
  type AttributeProblem,
  attributeProblem,
} from './attribute-problems.ts';
import { type SnippetOptions, snippetOptionsSchema } from './snippet-options.ts';

/** Options with their defaults. @throws AppError input/invalid naming the field */
export function parseSnippetOptions(options: Partial<SnippetOptions>): SnippetOptions {
  const parsed = snippetOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw invalid(field, `The snippet option “${field}” is not allowed: ${issue?.message}.`);
  }
  checkAttributes(Object.keys(parsed.data.attributes));
  return parsed.data;
}

function checkAttributes(names: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    const problem = attributeProblem(name, names.slice(0, at));
    if (problem === null) continue;
    const message = say<AttributeProblem>(ATTRIBUTE_PROBLEMS, problem, { name });
    throw invalid(`attributes.${name}`, message);
  }
}

function invalid(field: string, message: string): AppError {
  return new AppError('input/invalid', message, { details: { field } });
}
