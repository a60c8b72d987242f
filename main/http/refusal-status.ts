import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { AppError, type ErrorReport } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { errorReportSchema } from '../../core/model/error-report.ts';
import { refusalOf } from '../operations/refusal.ts';

/**
 * Operations know no transport: over HTTP each error code has a status of its own. What is thrown before an
 * operation is reached (a body that cannot be decoded) is the caller's fault too.
 */
export async function answerWithStatus<T>({ next }: { next: () => Promise<T> }): Promise<T> {
  try {
    return await next();
  } catch (error) {
    throw withStatus(error);
  }
}

/** The report that an error of the contract carries. */
export function reportOf(error: ORPCError<string, unknown>): ErrorReport {
  const parsed = z.safeParse(errorReportSchema, error.data);
  return parsed.success
    ? parsed.data
    : { code: 'input/invalid', message: error.message, details: {} };
}

function withStatus(error: unknown): ORPCError<string, unknown> {
  const refusal = error instanceof ORPCError ? error : refusalOf(undecodable(error));
  const report = reportOf(refusal);
  return new ORPCError('REFUSED', {
    defined: true,
    status: ERROR_CODES[report.code].status,
    message: report.message,
    data: report,
    cause: error,
  });
}

function undecodable(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('input/invalid', 'The request cannot be read. Send JSON as documented.', {
    cause,
  });
}
