import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../core/contract/contract.ts';

export type Client = ContractRouterClient<Contract>;

/** How this page reaches the engine: a browser over HTTP, the desktop window over a port from the shell. */
export type Connection =
  | { readonly kind: 'http'; readonly origin: string }
  | { readonly kind: 'port'; readonly port: MessagePort };

/** The one place that knows a transport: everything else in the renderer is handed a `Client`. */
export function createClient(connection: Connection): Client {
  return createORPCClient(
    connection.kind === 'port'
      ? new PortLink({ port: connection.port })
      : new HttpLink({ url: `${connection.origin}/rpc` }),
  );
}

type Operations<T> = T extends (...args: never[]) => unknown ? T : never;

/** What an operation answers: `Answer<Client['media']['get']>`. */
export type Answer<T> = Awaited<ReturnType<Operations<T>>>;
