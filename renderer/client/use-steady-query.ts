import { useState } from 'react';
import type { QueryState } from './query-store.ts';
import { type Query, useQuery } from './use-query.ts';

/**
 * As `useQuery`, but while a changed question is being asked the answer to the one before stays,
 * so that nothing on the page vanishes and comes back with every key that is typed.
 */
export function useSteadyQuery<T>(query: Query<T>): QueryState<T> {
  const state = useQuery(query);
  const [last, setLast] = useState(state.data);
  if (state.data !== undefined && state.data !== last) setLast(state.data);
  return state.data === undefined && state.failure === null ? { ...state, data: last } : state;
}
