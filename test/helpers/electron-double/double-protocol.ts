import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Addresses, createAddresses } from './addresses.ts';

type Handler = (request: Request) => Promise<Response> | Response;

export interface DoubleProtocol {
  readonly module: {
    registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void;
    handle(scheme: string, handler: Handler): void;
    unhandle(scheme: string): void;
  };
  readonly addresses: Addresses;
  readonly registered: readonly { readonly scheme: string }[];
  close(): Promise<void>;
}

const FOREIGN_PAGE = '<!doctype html><title>Foreign</title><p>Not ours.';

/** `protocol.handle` over a server on the loopback, whose answers stream and can be broken off as in Electron. */
export async function createDoubleProtocol(scheme: string): Promise<DoubleProtocol> {
  const handlers = new Map<string, Handler>();
  const registered: { readonly scheme: string }[] = [];
  const server = createServer((request, response) => {
    void answer(request, response, { scheme, handler: handlers.get(scheme) });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    module: {
      registerSchemesAsPrivileged: (schemes) => registered.push(...schemes),
      handle: (name, handler) => handlers.set(name, handler),
      unhandle: (name) => handlers.delete(name),
    },
    addresses: createAddresses(scheme, portOf(server)),
    registered,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  { scheme, handler }: { readonly scheme: string; readonly handler: Handler | undefined },
): Promise<void> {
  const [name = ''] = (incoming.headers.host ?? '').split('.');
  if (name !== 'app' || handler === undefined) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(FOREIGN_PAGE);
    return;
  }
  const headers = Object.entries(incoming.headers).map(
    ([key, value]) => [key, String(value)] as [string, string],
  );
  const method = incoming.method ?? 'GET';
  const made = await handler(
    new Request(`${scheme}://${name}${incoming.url}`, { method, headers }),
  );
  response.writeHead(made.status, Object.fromEntries(made.headers));
  if (made.body === null) {
    response.end();
    return;
  }
  // a player lets go of what it does not need
  await pipeline(Readable.fromWeb(made.body as never), response).catch(() => {});
}
