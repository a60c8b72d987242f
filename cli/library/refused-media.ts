import type { Skipped } from '../../core/contract/jobs.ts';
import type { QueueRefusalCode } from '../../core/queue/refusals.ts';
import type { Client } from '../client.ts';
import { readFailure } from '../failure.ts';

/** A media that cannot be converted now, and why. */
export interface RefusedMedia {
  readonly title: string;
  readonly reason: string;
}

/** Reasons with which all is well: it is done, or it will be. */
const WELL: ReadonlySet<QueueRefusalCode> = new Set(['all-there', 'in-queue']);

export async function refusedMedia(
  client: Client,
  skipped: readonly Skipped[],
): Promise<readonly RefusedMedia[]> {
  const refused: RefusedMedia[] = [];
  for (const { mediaId, code, reason } of skipped) {
    if (!WELL.has(code)) refused.push({ title: await titleOf(client, mediaId), reason });
  }
  return refused;
}

async function titleOf(client: Client, id: string): Promise<string> {
  try {
    return (await client.media.get({ id })).title;
  } catch (error) {
    if (readFailure(error).code === 'catalog/not-found') return id;
    throw error;
  }
}
