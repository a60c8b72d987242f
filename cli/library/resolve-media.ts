import type { MediaRow } from '../../core/catalog/query.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Answer, Client } from '../client.ts';
import { readFailure } from '../failure.ts';

export type MediaDetail = Answer<Client['media']['get']>;

const WINDOW = 500;

/** A media by its id or its slug. @throws AppError catalog/not-found */
export async function resolveMedia(client: Client, key: string): Promise<MediaDetail> {
  const byId = await tryGet(client, key);
  if (byId !== null) return byId;
  const slug = key.toLowerCase();
  for await (const row of allRows(client, { text: key.slice(0, 200) })) {
    if (row.slug === slug) return client.media.get({ id: row.id });
  }
  throw new AppError('catalog/not-found', `There is no media with the id or slug “${key}”.`, {
    details: { key },
  });
}

export async function resolveAll(
  client: Client,
  keys: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const key of keys) ids.push((await resolveMedia(client, key)).id);
  return [...new Set(ids)];
}

async function tryGet(client: Client, id: string): Promise<MediaDetail | null> {
  try {
    return await client.media.get({ id });
  } catch (error) {
    const { code } = readFailure(error);
    if (code === 'catalog/not-found' || code === 'input/invalid') return null;
    throw error;
  }
}

type Query = Omit<Parameters<Client['media']['list']>[0], 'offset' | 'limit'>;

/** All rows of a query, window by window. */
export async function* allRows(client: Client, query: Query): AsyncGenerator<MediaRow> {
  for (let offset = 0; ; offset += WINDOW) {
    const { rows, total } = await client.media.list({ ...query, offset, limit: WINDOW });
    yield* rows;
    if (rows.length === 0 || offset + rows.length >= total) return;
  }
}
