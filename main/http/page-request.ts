import type { FastifyRequest } from 'fastify';

/** Whether a person looks at the answer: a page that is opened, not a script, a picture or a program. */
export function isPageRequest({
  method,
  headers,
  url,
}: Pick<FastifyRequest, 'method' | 'headers' | 'url'>): boolean {
  if (method !== 'GET' || /^\/(rpc|api|files|upload)(\/|\?|$)/.test(url)) return false;
  const mode = headers['sec-fetch-mode'];
  if (mode !== undefined && mode !== 'navigate') return false;
  return (headers.accept ?? '').includes('text/html');
}
