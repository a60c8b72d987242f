import type { z } from 'zod';
import { AppError } from '../../core/errors/app-error.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly unknown[] | undefined;
}

/** @throws AppError input/invalid, which names the field */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidInput(parsed.error.issues, parsed.error);
}

/** The first fault in words, all of them in the details. */
export function invalidInput(issues: readonly Issue[], cause: unknown): AppError {
  const problems = issues.map(({ message, path = [] }) => ({ field: fieldOf(path), message }));
  const [first] = problems;
  const message =
    first === undefined
      ? 'The input is not allowed.'
      : `${first.field === '' ? 'The input' : `“${first.field}”`} is not allowed: ${first.message}`;
  return new AppError('input/invalid', message, {
    details: { field: first?.field ?? '', problems },
    cause,
  });
}

/** Standard schemas may wrap a part of the path as `{ key }`. */
function fieldOf(path: readonly unknown[]): string {
  return path
    .map((part) =>
      typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part),
    )
    .join('.');
}
