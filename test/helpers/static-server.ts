import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What web servers send for published files. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.vtt': 'text/vtt; charset=utf-8',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.flac': 'audio/flac',
  '.wav': 'audio/wav',
};

export interface StaticServer extends AsyncDisposable {
  /** Without a trailing slash. */
  readonly url: string;
  /** Status codes that were sent, with the path. */
  readonly answers: readonly string[];
}

/** A plain web server on 127.0.0.1 that knows byte ranges, as a publish folder is served by. */
export async function staticServer(folder: string): Promise<StaticServer> {
  const answers: string[] = [];
  const server = createServer((request, response) => {
    answer(folder, request, response).then(
      () => answers.push(`${response.statusCode} ${request.url}`),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    answers,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const path = join(folder, normalize(name));
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = Math.min(Number(range?.[2] || found.size - 1), found.size - 1);
  if (range !== null && start > end) {
    response.writeHead(416, { 'content-range': `bytes */${found.size}` }).end();
    return;
  }
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    'content-length': end - start + 1,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${found.size}` }),
  });
  await pipeline(createReadStream(path, { start, end }), response);
}
