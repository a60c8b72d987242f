import type { Spot } from '../state/library-view.ts';

/** As far as a list moves at a time while one looks at it, and rows are at hand. */
const REACH = 500;

/**
 * Where a media stands now, as far as the rows at hand tell. When it is not near any more, the spot is that of
 * the media which has taken its place, so that what is marked is what keys act on.
 */
export function findSpot(
  spot: Spot | null,
  rowAt: (place: number) => { readonly id: string } | undefined,
): Spot | null {
  if (spot === null) return null;
  const there = rowAt(spot.place);
  if (there === undefined || there.id === spot.id) return spot;
  for (let step = 1; step <= REACH; step += 1) {
    for (const place of [spot.place + step, spot.place - step]) {
      if (place >= 0 && rowAt(place)?.id === spot.id) return { id: spot.id, place };
    }
  }
  return { id: there.id, place: spot.place };
}
