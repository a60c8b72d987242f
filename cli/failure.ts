import { ORPCError } from '@orpc/client';
import { AppError, type ErrorReport, isErrorCode, reportError } from '../core/errors/app-error.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

/** Codes which say that the command line was wrong, not that the work failed. */
const USAGE_CODES = new Set([
  'input/invalid',
  'catalog/not-found',
  'format/invalid',
  'format/import-unreadable',
]);

export function exitStatusOf({ code }: ErrorReport): ExitStatus {
  return USAGE_CODES.has(code) ? EXIT.usage : EXIT.failed;
}

/** Whatever a call to the engine ends with, as the report that every client shows. */
export function readFailure(error: unknown): ErrorReport {
  if (error instanceof AppError) return reportError(error);
  if (error instanceof ORPCError) return readRpcError(error);
  if (isConnectionFailure(error)) {
    return {
      code: 'host/unreachable',
      message: 'The AVlogue that owns this library stopped answering.',
      details: {},
    };
  }
  return reportError(error);
}

function readRpcError(error: ORPCError<string, unknown>): ErrorReport {
  const report = parseReport(error.data);
  if (report !== null) return report;
  if (error.code === 'BAD_REQUEST')
    return { code: 'input/invalid', message: error.message, details: {} };
  if (error.status === 401)
    return { code: 'access/token-refused', message: error.message, details: {} };
  return reportError(error);
}

function parseReport(value: unknown): ErrorReport | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('code' in value) || !('message' in value)) return null;
  const { code, message } = value;
  if (!isErrorCode(code) || typeof message !== 'string') return null;
  const details = 'details' in value && isRecord(value.details) ? value.details : {};
  return { code, message, details };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `fetch` throws when nobody listens or the line breaks. */
function isConnectionFailure(error: unknown): boolean {
  return error instanceof TypeError && /fetch failed|terminated/i.test(error.message);
}

/** Thrown when Ctrl-C ended a wait; not a failure, and nothing is printed for it. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}
