import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import type { Router } from '../operations/router.ts';
import { acceptJson } from './accept-json.ts';
import { createOpenApiDocument } from './openapi-document.ts';
import { REST_PREFIX } from './refusal-answer.ts';
import { answerWithStatus, reportOf } from './refusal-status.ts';
import { unknownAddress } from './unknown-address.ts';

export interface RestOptions {
  readonly router: Router;
  readonly version: string;
  readonly limitBytes: number;
}

/** The same contract for other applications: plain paths, plain JSON, and a document that describes them. */
export function addRestRoutes(server: FastifyInstance, options: RestOptions): void {
  const { router, version, limitBytes } = options;
  const schemaConverters = [new ZodToJsonSchemaConverter()];
  const handler = new OpenAPIHandler(router, {
    interceptors: [answerWithStatus],
    customErrorResponseBodyEncoder: reportOf,
    // numbers and booleans of a query string arrive as text
    plugins: [new SmartCoercionPlugin({ schemaConverters })],
  });
  server.register(async (scope) => {
    acceptJson(scope, limitBytes);
    let document: ReturnType<typeof createOpenApiDocument> | null = null;
    scope.get(`${REST_PREFIX}/openapi.json`, () => {
      document ??= createOpenApiDocument(version);
      return document;
    });
    scope.all(`${REST_PREFIX}/*`, async (request, reply) => {
      const { matched } = await handler.handle(request, reply, { prefix: REST_PREFIX });
      if (!matched) throw unknownAddress(request.method);
    });
  });
}
