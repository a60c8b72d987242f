import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createRouterClient } from '@orpc/server';
import { AppError } from '../core/errors/app-error.ts';
import { createEngine, type Engine } from '../main/engine.ts';
import { type HostFile, readHostFile } from '../main/http/host-file.ts';
import { libraryPaths } from '../main/library-paths.ts';
import type { Logger } from '../main/logger.ts';
import type { Client } from './client.ts';
import { readFailure } from './failure.ts';

/** How long a host may take to say who it is. */
const HELLO_TIMEOUT_MS = 5_000;

/** A way to one library: the engine in this process, or the host of another which owns the library. */
export interface Connection {
  readonly client: Client;
  /** null when another process owns the library. */
  readonly engine: Engine | null;
  readonly close: () => Promise<void>;
}

export interface ConnectOptions {
  readonly libraryPath: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly host: 'terminal' | 'browser';
  /** Of the user, see `EngineOptions`. */
  readonly chosenToolsFile: string;
  /** Left out: nothing is logged. */
  readonly logger?: Logger;
}

/** @throws AppError catalog/locked, host/unreachable and whatever opening a library may meet */
export async function connect(options: ConnectOptions): Promise<Connection> {
  try {
    return ownConnection(await createEngine(options));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'catalog/locked') throw error;
    return remoteConnection(options.libraryPath, error);
  }
}

function ownConnection(engine: Engine): Connection {
  return {
    client: createRouterClient(engine.router),
    engine,
    close: () => engine.stop(),
  };
}

async function remoteConnection(libraryPath: string, locked: AppError): Promise<Connection> {
  const host = await readHostFile(libraryPaths(libraryPath).hostFile);
  if (host === null) throw locked;
  const client = createRemoteClient(host);
  try {
    await client.system.info(undefined, { signal: AbortSignal.timeout(HELLO_TIMEOUT_MS) });
  } catch (error) {
    throw unreachable(host, error);
  }
  return { client, engine: null, close: async () => {} };
}

function createRemoteClient({ url, token }: Pick<HostFile, 'url' | 'token'>): Client {
  const base = new URL('/rpc', url).href;
  return createORPCClient(
    new RPCLink({ url: base, headers: () => ({ authorization: `Bearer ${token}` }) }),
  );
}

function unreachable(host: HostFile, cause: unknown): AppError {
  const { code, message } = readFailure(cause);
  return new AppError(
    'host/unreachable',
    `Process ${host.pid} owns this library and does not answer at ${host.url}: ${message}`,
    { details: { pid: host.pid, url: host.url, code }, cause },
  );
}
