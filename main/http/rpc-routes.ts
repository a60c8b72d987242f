import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance } from 'fastify';
import type { Router } from '../operations/router.ts';
import { acceptJson } from './accept-json.ts';
import { RPC_PREFIX } from './refusal-answer.ts';
import { answerWithStatus } from './refusal-status.ts';
import { unknownAddress } from './unknown-address.ts';

/** The contract as the window, the browser and the terminal call it. Events come as server-sent events. */
export function addRpcRoutes(server: FastifyInstance, router: Router, limitBytes: number): void {
  const handler = new RPCHandler(router, { interceptors: [answerWithStatus] });
  server.register(async (scope) => {
    acceptJson(scope, limitBytes);
    scope.all(`${RPC_PREFIX}/*`, async (request, reply) => {
      const { matched } = await handler.handle(request, reply, { prefix: RPC_PREFIX });
      if (!matched) throw unknownAddress(request.method);
    });
  });
}
