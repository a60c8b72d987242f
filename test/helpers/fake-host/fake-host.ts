import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import type { Settings } from '../../../core/model/library.ts';
import { createFakeRouter } from './fake-router.ts';
import { drawLandscape, drawWaveform } from './sample-pictures.ts';

export interface FakeHost extends AsyncDisposable {
  readonly url: string;
  /** Tells the page that something happened. */
  emit(event: EngineEvent): void;
}

export interface FakeHostOptions {
  readonly mediaCount: number;
  /** Of the library, other than the usual. */
  readonly settings?: Partial<Settings>;
  /** The built renderer. */
  readonly rendererFolder: string;
  /** What every player gets. */
  readonly clip?: string;
}

/** The same policy as the real host's: what the page may not do there fails here too. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; frame-src 'self'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A host without an engine: the built page over sample data, for views and states that are hard to make for real. */
export async function startFakeHost(options: FakeHostOptions): Promise<FakeHost> {
  const publisher = new EventPublisher<{ event: EngineEvent }>();
  const { mediaCount, settings = {} } = options;
  const handler = new RPCHandler(createFakeRouter({ publisher, mediaCount, settings }));
  const server = createServer((request, response) => {
    void handler.handle(request, response, { prefix: '/rpc' }).then(async ({ matched }) => {
      if (!matched) await serve(request, { response, options });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    emit: (event) => publisher.publish('event', event),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly response: ServerResponse;
  readonly options: FakeHostOptions;
}

async function serve(request: IncomingMessage, { response, options }: Answer): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'PUT') return upload(request, response);
  const [, root, kind, id] = pathname.split('/');
  if (root === 'files' && kind === 'poster') return picture(id ?? '', response);
  if (root === 'files' && kind === 'caption') {
    response.writeHead(200, { 'content-type': 'text/vtt' });
    response.end('WEBVTT\n\n00:00.500 --> 00:02.500\nMind the tide.\n');
    return;
  }
  const file =
    root === 'files'
      ? (options.clip ?? '')
      : join(options.rendererFolder, normalize(pathname === '/' ? '/index.html' : pathname));
  await sendFile(file, { request, response });
}

function upload(request: IncomingMessage, response: ServerResponse): void {
  request.resume().on('end', () => {
    const refused = request.url?.includes('notes') ?? false;
    const error = {
      code: 'import/not-media',
      message: 'notes.mp4 is not audio or video: it holds text.',
      details: {},
    };
    response.writeHead(refused ? 422 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(refused ? error : { outcome: 'imported', path: '', mediaId: 'media-0' }),
    );
  });
}

function picture(id: string, response: ServerResponse): void {
  const index = Number(id.replace('media-', ''));
  response.writeHead(200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' });
  response.end(index % 5 === 4 ? drawWaveform(index) : drawLandscape(index));
}

async function sendFile(
  file: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const content = await readFile(file).catch(() => null);
  if (content === null) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)] ?? 'video/mp4';
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Number(range[2]) : content.length - 1;
  response.writeHead(range === null ? 200 : 206, {
    'content-type': type,
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    'content-security-policy': PAGE_POLICY,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${content.length}` }),
  });
  response.end(content.subarray(start, end + 1));
}
