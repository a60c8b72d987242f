import type { MediaRow } from '../../core/catalog/query.ts';
import type { PickKeys } from './use-selecting.ts';

/** What a card and a line are handed alike. */
export interface MediaItemProps {
  readonly id: string;
  readonly place: number;
  readonly total: number;
  /** undefined while it is fetched. */
  readonly row: MediaRow | undefined;
  readonly onPick: (place: number, keys: PickKeys) => void;
  readonly onOpen: (place: number) => void;
}
