import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorReport, reportError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import type { Logger } from '../logger.ts';
import { buildRefusalAnswer } from './refusal-answer.ts';
import { pathOf } from './request-path.ts';

/** Whatever a request ends with, as an error report; causes of bugs go to the log only. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  { reply, logger }: { readonly reply: FastifyReply; readonly logger: Logger },
): FastifyReply {
  const path = pathOf(request.url);
  const report = reportOfFailure(error);
  if (report.code === 'internal/bug') {
    logger.error(`${request.method} ${path} failed unexpectedly.`, error);
  }
  const { status, body } = buildRefusalAnswer(report, path);
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(body);
}

function reportOfFailure(error: unknown): ErrorReport {
  if (error instanceof AppError) return reportError(error);
  switch (errorCodeOf(error)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refusal('input/too-large', 'The request is over the limit. Upload files instead.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_VALIDATION':
      return refusal('input/invalid', 'The request cannot be read. Send JSON as documented.');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return refusal('access/path-refused', 'This path is not one that AVlogue serves.');
    default:
      return refusal('internal/bug', 'AVlogue failed unexpectedly. Its log says more.');
  }
}

function refusal(code: ErrorReport['code'], message: string): ErrorReport {
  return { code, message, details: {} };
}
