import { type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request exactly as written: `fetch` would tidy up paths and refuse to send a foreign Host. */
export function rawRequest(
  port: number,
  { path = '/', method = 'GET', headers = {} as OutgoingHttpHeaders, body = '' } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    sent.once('error', reject);
    sent.once('response', async (response) => {
      const { statusCode = 0, headers: received } = response;
      resolve({ status: statusCode, headers: received, body: await text(response) });
    });
    sent.end(body);
  });
}
