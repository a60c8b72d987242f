import { ERROR_CODES, type ErrorCode } from './error-codes.ts';

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** What crosses a boundary (worker, HTTP, disk) in place of an `AppError`, whose class would be lost. */
export interface ErrorReport {
  readonly code: ErrorCode;
  /** What failed, on what, and what to do, in one or two sentences. */
  readonly message: string;
  readonly details: ErrorDetails;
}

/** The one operational failure of AVlogue. Bugs are plain `Error`s and are never turned into this. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

export function reportError(error: unknown): ErrorReport {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal/bug',
    message: `Something unexpected went wrong: ${message}`,
    details: {},
  };
}

export function reviveError(report: ErrorReport): AppError {
  return new AppError(report.code, report.message, { details: report.details });
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}

/** An outcome that survives structured cloning: workers return this, they never throw over the boundary. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorReport };

export async function envelop<T>(work: () => Promise<T> | T): Promise<Envelope<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: reportError(error) };
  }
}

export function unwrap<T>(envelope: Envelope<T>): T {
  if (envelope.ok) return envelope.value;
  throw reviveError(envelope.error);
}
