import { createEngine, type Engine } from '../../main/engine.ts';
import { type HttpHost, type HttpHostOptions, startHttpHost } from '../../main/http/http-host.ts';
import type { Logger } from '../../main/logger.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

/** `await using engine = await startTestEngine()`: the real engine on a library of its own. */
export interface TestEngine extends Engine, AsyncDisposable {
  /** Beside the library, for masters and targets. */
  readonly folder: TemporaryFolder;
  /** Warnings and errors of its log. */
  readonly logged: readonly string[];
}

export interface TestEngineOptions {
  /** false: only created, for what needs no running parts and no FFmpeg. */
  readonly started?: boolean;
  /** A library that is there already; it stays after the test engine. */
  readonly libraryPath?: string;
}

export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const { started = true } = options;
  const folder = await temporaryFolder();
  const logged: string[] = [];
  const logger: Logger = {
    info: () => {},
    warn: (message) => logged.push(message),
    error: (message, cause) => logged.push(`${message} ${String(cause)}`),
  };
  const engine = await createEngine({
    libraryPath: options.libraryPath ?? folder.at('library'),
    host: 'browser',
    logger,
    ...(started ? {} : { environment: { PATH: '' } }),
  });
  if (started) await engine.start();
  return {
    ...engine,
    folder,
    logged,
    async [Symbol.asyncDispose]() {
      await engine.stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The real host of an engine, on a free port. */
export interface TestHost extends HttpHost, AsyncDisposable {
  /** A request with the token, unless the headers say otherwise. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export async function startTestHost(
  engine: TestEngine,
  options: Partial<HttpHostOptions> = {},
): Promise<TestHost> {
  const host = await startHttpHost({
    engine,
    port: 0,
    rendererFolder: engine.folder.at('renderer'),
    ...options,
  });
  return {
    ...host,
    request: (path, { headers, ...init } = {}) =>
      fetch(`${host.url}${path}`, {
        redirect: 'manual',
        ...init,
        headers: { authorization: `Bearer ${host.token}`, ...headers },
      }),
    [Symbol.asyncDispose]: host.close,
  };
}
