import fastify, { type FastifyInstance } from 'fastify';
import { answerError } from './answer-error.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { addEntryRoute } from './entry-route.ts';
import { addFileRoutes } from './file-routes.ts';
import { type AccessOptions, guardRequests } from './guard-requests.ts';
import type { HttpEngine } from './http-engine.ts';
import { addRendererRoutes } from './renderer-routes.ts';
import { addRestRoutes } from './rest-routes.ts';
import { addRpcRoutes } from './rpc-routes.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { unknownAddress } from './unknown-address.ts';
import { addUploadRoute } from './upload-route.ts';

export interface ServerOptions {
  readonly engine: HttpEngine;
  readonly rendererFolder: string;
  readonly bodyLimitBytes: number;
  readonly uploadLimitBytes: number;
  readonly access: AccessOptions;
}

const MAX_PARAMETER_CHARACTERS = 200;

/** Every request passes the guard first, whatever it asks for and however its address is written. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { engine, rendererFolder, bodyLimitBytes, uploadLimitBytes, access } = options;
  const server = fastify({
    forceCloseConnections: true,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: MAX_PARAMETER_CHARACTERS },
    frameworkErrors: (error, request, reply) => {
      reply.headers(SECURITY_HEADERS);
      void answerError(error, request, { reply, logger: engine.logger });
    },
  });
  server.setErrorHandler((error, request, reply) =>
    answerError(error, request, { reply, logger: engine.logger }),
  );
  server.setNotFoundHandler((request) => {
    throw unknownAddress(request.method);
  });
  guardRequests(server, access);
  addEntryRoute(server, access.entryCodes);
  addRpcRoutes(server, engine.router, bodyLimitBytes);
  addRestRoutes(server, {
    router: engine.router,
    version: engine.version,
    limitBytes: bodyLimitBytes,
  });
  addFileRoutes(server, engine);
  addUploadRoute(server, engine, uploadLimitBytes);
  addRendererRoutes(server, rendererFolder);
  return server;
}
