import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import { ERROR_CODES } from '../../core/errors/error-codes.ts';
import { errorCodeOf } from '../files/error-code-of.ts';

/** For what is no request of HTTP, before there is anything to guard: the same report as for all failures. */
export function answerUnreadable(error: Error, socket: Socket): void {
  if (socket.writable && errorCodeOf(error) !== 'ECONNRESET') socket.write(answerTo(error));
  socket.destroy(error);
}

function answerTo(error: Error): string {
  const isLong = errorCodeOf(error) === 'HPE_HEADER_OVERFLOW';
  const report: ErrorReport = isLong
    ? { code: 'input/too-large', message: 'The address or a header is too long.', details: {} }
    : { code: 'input/invalid', message: 'This is no request that can be read.', details: {} };
  const { status } = ERROR_CODES[report.code];
  const body = JSON.stringify(report);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
