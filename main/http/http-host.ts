import { createToken, requireUsableToken } from './access-token.ts';
import { createServer } from './create-server.ts';
import { createEntryCodes } from './entry-codes.ts';
import { buildEntryUrl } from './entry-url.ts';
import { removeHostFile, writeHostFile } from './host-file.ts';
import type { HttpEngine } from './http-engine.ts';
import { listen } from './listen.ts';

export interface HttpHostOptions {
  readonly engine: HttpEngine;
  /** 0: any free one. Left out: 4680, or any free one where that is taken. */
  readonly port?: number;
  /** Left out: 127.0.0.1. Anything else lets other machines in, which still need the token. */
  readonly host?: string;
  /** Left out: a new one for each launch. */
  readonly token?: string;
  /** The built user interface. */
  readonly rendererFolder: string;
  readonly uploadLimitBytes?: number;
  readonly bodyLimitBytes?: number;
  /** Foreign origins let in on purpose, such as a development server. */
  readonly origins?: readonly string[];
}

export interface HttpHost {
  /** `http://127.0.0.1:4680`; programs show the token as bearer. */
  readonly url: string;
  /** With the token, to be opened in a browser. */
  readonly pageUrl: string;
  readonly port: number;
  readonly token: string;
  /** An address for a command line, where others can read it: opens the page once, within a minute. */
  createEntryUrl(): string;
  /** Ends streams and connections at once. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const BODY_LIMIT_BYTES = 5_000_000;
const UPLOAD_LIMIT_BYTES = 200e9;

/**
 * Serves the engine to browsers and programs of this machine, and says so in `host.json`.
 * @throws AppError host/port-taken, input/invalid for a token that is too easy or fits no cookie
 */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const { engine, token = createToken(), host = LOOPBACK } = options;
  requireUsableToken(token);
  const entryCodes = createEntryCodes(engine.clock);
  const { server, port } = await listen({ host, port: options.port ?? null }, () =>
    createServer({
      engine,
      rendererFolder: options.rendererFolder,
      bodyLimitBytes: options.bodyLimitBytes ?? BODY_LIMIT_BYTES,
      uploadLimitBytes: options.uploadLimitBytes ?? UPLOAD_LIMIT_BYTES,
      access: {
        ...{ token, entryCodes, host, origins: new Set(options.origins) },
        beyondLoopback: !isLoopback(host),
      },
    }),
  );
  const url = `http://${host === '0.0.0.0' || host === '::' ? LOOPBACK : bracketed(host)}:${port}`;
  const announced = { url, token, pid: process.pid };
  try {
    await writeHostFile(engine.paths.hostFile, announced);
  } catch (error) {
    // nobody would know its token
    await server.close();
    throw error;
  }
  return {
    url,
    pageUrl: `${url}/?token=${encodeURIComponent(token)}`,
    port,
    token,
    createEntryUrl: () => buildEntryUrl(url, entryCodes.issue()),
    async close() {
      try {
        await removeHostFile(engine.paths.hostFile, announced);
      } finally {
        await server.close();
      }
    },
  };
}

function isLoopback(host: string): boolean {
  return host === LOOPBACK || host === '::1' || host === 'localhost';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
