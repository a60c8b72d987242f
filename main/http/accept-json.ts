import type { FastifyInstance } from 'fastify';
import { AppError } from '../../core/errors/app-error.ts';

/**
 * JSON only: a form of a foreign page can send any other type without asking first. The limit holds for
 * bodies that do not tell their length, too.
 */
export function acceptJson(scope: FastifyInstance, limitBytes: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: limitBytes },
    async (_request: unknown, body: string | Buffer) => parseJson(String(body)),
  );
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('input/invalid', 'The body of the request is not JSON.', { cause });
  }
}
