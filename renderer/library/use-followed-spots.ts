import { useEffect } from 'react';
import type { MediaRow } from '../../core/catalog/query.ts';
import { useStores } from '../state/stores.ts';
import { findSpot } from './find-spot.ts';

/** Keyboard and range stay with their media when others come, go or are sorted anew. */
export function useFollowedSpots(rowAt: (place: number) => MediaRow | undefined): void {
  const { library } = useStores();
  useEffect(() => {
    const view = library.getState();
    const cursor = findSpot(view.cursor, rowAt);
    const anchor = findSpot(view.anchor, rowAt);
    if (cursor !== view.cursor || anchor !== view.anchor) view.follow({ cursor, anchor });
  });
}
