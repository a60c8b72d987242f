import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../core/contract/contract.ts';

export type Client = ContractRouterClient<Contract>;

/** How this page reaches the engine. The desktop window will add `{ kind: 'port', port }` here. */
export type Connection = { readonly kind: 'http'; readonly origin: string };

/** The one place that knows a transport: everything else in the renderer is handed a `Client`. */
export function createClient(connection: Connection): Client {
  return createORPCClient(new RPCLink({ url: `${connection.origin}/rpc` }));
}

type Operations<T> = T extends (...args: never[]) => unknown ? T : never;

/** What an operation answers: `Answer<Client['media']['get']>`. */
export type Answer<T> = Awaited<ReturnType<Operations<T>>>;
