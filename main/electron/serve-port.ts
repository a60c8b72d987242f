import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { answerWithStatus } from '../http/refusal-status.ts';
import type { Router } from '../operations/router.ts';
import type { PathGate } from './path-gate.ts';
import { pathsInCall } from './paths-in-call.ts';

/** Serves the contract to the window over one end of a channel; paths in a call pass the gate first. */
export function createPortServer(router: Router, gate: PathGate) {
  const handler = new RPCHandler(router, {
    interceptors: [answerWithStatus],
    clientInterceptors: [
      async ({ next, path, input }) => {
        await gate.require(pathsInCall(path, input));
        return await next();
      },
    ],
  });
  return {
    serve(port: MessagePortMain): void {
      handler.upgrade(port);
      port.start();
    },
  };
}

export type PortServer = ReturnType<typeof createPortServer>;
