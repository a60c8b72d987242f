import type { FastifyInstance } from 'fastify';
import type { EntryCodes } from './entry-codes.ts';
import { ENTRY_ROUTE, type EntryAnswer } from './entry-url.ts';

/** For whoever has the token and opens a browser from another process than the host's. */
export function addEntryRoute(server: FastifyInstance, codes: EntryCodes): void {
  server.post(ENTRY_ROUTE, async (): Promise<EntryAnswer> => ({ entryCode: codes.issue() }));
}
