import type { Client } from '../client/create-client.ts';
import type { ListQuery } from './list-query.ts';

const MOST_ROWS = 500;

/** The ids at these places of a list, both ends included, as far as it goes. */
export async function loadIds(
  client: Client,
  query: ListQuery,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly string[]> {
  const ids: string[] = [];
  while (first + ids.length <= last) {
    const limit = Math.min(MOST_ROWS, last - first - ids.length + 1);
    const { rows } = await client.media.list({ ...query, offset: first + ids.length, limit });
    if (rows.length === 0) break;
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
