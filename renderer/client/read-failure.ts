import { ORPCError } from '@orpc/client';
import { isErrorCode } from '../../core/errors/app-error.ts';
import type { ErrorCode } from '../../core/errors/error-codes.ts';

/** Whatever a call can end with, as the interface shows it. */
export interface Failure {
  readonly code: ErrorCode;
  /** The engine's own sentence: what failed, on what. */
  readonly message: string;
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
  return isErrorCode(code) && typeof message === 'string' ? { code, message } : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
