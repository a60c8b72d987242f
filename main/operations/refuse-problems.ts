import type { FormatProblem } from '../../core/contract/formats.ts';
import { AppError } from '../../core/errors/app-error.ts';

/** Warnings may be saved. @throws AppError format/invalid with the first field and its reason, all in the details */
export function refuseProblems(name: string, problems: readonly FormatProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new AppError('format/invalid', `“${name}”, ${first.field}: ${first.message}`, {
    details: { field: first.field, problems: errors },
  });
}
