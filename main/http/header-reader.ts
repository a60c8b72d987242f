import type { IncomingHttpHeaders } from 'node:http';
import type { HeaderReader } from './file-validators.ts';

/** Node's headers read as fetch's are. */
export function headerReaderOf(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
