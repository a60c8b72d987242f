import { ORPCError } from '@orpc/client';
import { type ErrorDetails, isErrorCode } from '../../core/errors/app-error.ts';
import type { ErrorCode } from '../../core/errors/error-codes.ts';

/** Whatever a call can end with, as the interface shows it. */
export interface Failure {
  readonly code: ErrorCode;
  /** The engine's own sentence: what failed, on what. */
  readonly message: string;
  /** On what it failed, in the words of the code. */
  readonly details?: ErrorDetails;
}

/** The key was refused: nothing will work until the page is opened anew with the right one. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.code === 'access/token-refused';
}

export function readFailure(error: unknown): Failure {
  if (error instanceof ORPCError) return readRpcError(error);
  if (error instanceof TypeError) {
    return { code: 'host/unreachable', message: 'AVlogue does not answer.' };
  }
  return parseReport(error) ?? { code: 'internal/bug', message: describe(error) };
}

function readRpcError(error: ORPCError<string, unknown>): Failure {
  const report = parseReport(error.data) ?? parseReport(error);
  if (report !== null) return report;
  if (error.status === 401) return { code: 'access/token-refused', message: error.message };
  if (error.status === 400) return { code: 'input/invalid', message: error.message };
  return { code: 'internal/bug', message: error.message };
}

/** `{ code, message }` of an `ErrorReport`, from whatever stands there. */
export function parseReport(value: unknown): Failure | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('error' in value) return parseReport(value.error);
  if (!('code' in value) || !('message' in value)) return null;
  const { code, message } = value;
  if (!isErrorCode(code) || typeof message !== 'string') return null;
  return { code, message, details: detailsOf(value) };
}

function detailsOf(report: object): ErrorDetails {
  const details = 'details' in report ? report.details : null;
  return typeof details === 'object' && details !== null ? { ...details } : {};
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
