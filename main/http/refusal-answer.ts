import type { ErrorReport } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';

export const RPC_PREFIX = '/rpc';
export const REST_PREFIX = '/api/v1';

export interface RefusalAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The report itself, except under `/rpc`, where the client of the contract expects oRPC's wrapping. */
export function buildRefusalAnswer(report: ErrorReport, path: string): RefusalAnswer {
  const { status } = ERROR_CODES[report.code];
  return { status, body: isRpcPath(path) ? wrapForRpc(report, status) : report };
}

function isRpcPath(path: string): boolean {
  return path === RPC_PREFIX || path.startsWith(`${RPC_PREFIX}/`);
}

function wrapForRpc(report: ErrorReport, status: number): unknown {
  return {
    json: { defined: true, code: 'REFUSED', status, message: report.message, data: report },
  };
}
