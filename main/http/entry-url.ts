import { z } from 'zod';
import { AppError } from '../../core/errors/app-error.ts';
import type { HostFile } from './host-file.ts';

export const ENTRY_ROUTE = '/entry-code';
const TIMEOUT_MS = 5_000;

const entryAnswerSchema = z.object({ entryCode: z.string() });
export type EntryAnswer = Readonly<z.infer<typeof entryAnswerSchema>>;

/** An address that opens the page once, within a minute. */
export function buildEntryUrl(hostUrl: string, code: string): string {
  return `${hostUrl}/?code=${encodeURIComponent(code)}`;
}

/** Such an address of a host in another process. @throws AppError host/unreachable */
export async function requestEntryUrl({ url, token, pid }: HostFile): Promise<string> {
  try {
    const answer = await fetch(new URL(ENTRY_ROUTE, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { entryCode } = entryAnswerSchema.parse(await answer.json());
    return buildEntryUrl(url, entryCode);
  } catch (cause) {
    throw new AppError(
      'host/unreachable',
      `Process ${pid}, which owns this library, gave no address for a browser at ${url}.`,
      { details: { pid, url }, cause },
    );
  }
}
