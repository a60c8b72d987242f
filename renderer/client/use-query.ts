import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Client } from './create-client.ts';
import type { QueryState } from './query-store.ts';
import { useServices } from './services.ts';

export interface Query<T> {
  /** Equal keys share one answer. */
  readonly key: string;
  /** Collections (`formats`) or records (`media/abc`) whose change makes the answer old. */
  readonly tags: readonly string[];
  readonly load: (client: Client) => Promise<T>;
}

export function useQuery<T>(query: Query<T>): QueryState<T> {
  const { client, queries } = useServices();
  const latest = useRef(query);
  latest.current = query;
  const { key } = query;
  const subscribe = useCallback(
    (listener: () => void) =>
      queries.watch(
        key,
        { tags: latest.current.tags, load: () => latest.current.load(client) },
        listener,
      ),
    [queries, client, key],
  );
  // The store keeps answers by key as unknown; the key's owner knows its type.
  return useSyncExternalStore(subscribe, () => queries.read(key)) as QueryState<T>;
}
