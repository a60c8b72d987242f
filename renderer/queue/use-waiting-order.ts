import { useEffect, useRef, useState } from 'react';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { followerAfterMove, moveItem } from '../parts/move-item.ts';

interface WaitingOrder<Row> {
  /** In the order that was asked for last, even before the engine has answered. */
  readonly rows: readonly Row[];
  move(from: number, to: number): void;
}

/**
 * Moves waiting jobs. The rows follow at once, so that a second press right after the first starts
 * from what the person sees; the engine gets one move after the other.
 */
export function useWaitingOrder<Row extends { readonly id: string }>(
  told: readonly Row[],
): WaitingOrder<Row> {
  const { client } = useServices();
  const run = useAction();
  const [wished, setWished] = useState<readonly string[] | null>(null);
  const calls = useRef({ open: 0, last: Promise.resolve() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the engine tells after its last answer holds
  useEffect(() => {
    if (calls.current.open === 0) setWished(null);
  }, [told]);
  const rows = wished === null ? told : inOrder(told, wished);

  function move(from: number, to: number): void {
    const ids = rows.map(({ id }) => id);
    const id = ids[from];
    if (id === undefined) return;
    const beforeId = followerAfterMove(ids, from, to);
    setWished(moveItem(ids, from, to));
    const { current } = calls;
    current.open += 1;
    current.last = current.last.then(async () => {
      const moved = await run(() => client.jobs.move({ id, beforeId }));
      current.open -= 1;
      if (!moved) setWished(null);
    });
  }
  return { rows, move };
}

/** Those that are not named, such as new ones, stay behind the others. */
function inOrder<Row extends { readonly id: string }>(
  rows: readonly Row[],
  ids: readonly string[],
): readonly Row[] {
  const places = new Map(ids.map((id, at) => [id, at]));
  const placeOf = ({ id }: Row) => places.get(id) ?? ids.length;
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
}
