import { ORPCError, ValidationError } from '@orpc/server';
import { AppError, type ErrorReport, reportError } from '../../core/errors/app-error.ts';
import type { Logger } from '../logger.ts';
import { invalidInput } from './parse-input.ts';

/** The one declared error of the contract, around the report of an operational failure. */
export function refusalOf(error: AppError): ORPCError<'REFUSED', ErrorReport> {
  const data = reportError(error);
  return new ORPCError('REFUSED', { message: data.message, data, cause: error });
}

/**
 * Whatever an operation throws leaves as a refusal: an `AppError` as its report, input that the schema
 * refuses as input/invalid, a bug as internal/bug, whose cause goes to the log and not to the caller.
 */
export function toRefusal(error: unknown, operation: string, logger: Logger): unknown {
  if (error instanceof AppError) return refusalOf(error);
  if (error instanceof ORPCError && error.code === 'REFUSED') return error;
  if (isInvalidInput(error)) return refusalOf(invalidInput(error.cause.issues, error));
  logger.error(`The operation ${operation} failed unexpectedly.`, error);
  return refusalOf(
    new AppError('internal/bug', `AVlogue failed unexpectedly at ${operation}. Its log says more.`),
  );
}

function isInvalidInput(
  error: unknown,
): error is ORPCError<string, unknown> & { cause: ValidationError } {
  return (
    error instanceof ORPCError &&
    error.code === 'BAD_REQUEST' &&
    error.cause instanceof ValidationError
  );
}
