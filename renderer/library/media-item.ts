import type { MediaRow } from '../../core/catalog/query.ts';
import { useLibraryView } from '../state/stores.ts';
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

/** What the list around it needs of an entry, whatever it looks like. */
export function useMediaItem({ id, place, total, row, onPick, onOpen }: MediaItemProps) {
  const selected = useLibraryView((view) => row !== undefined && view.selected.has(row.id));
  const focused = useLibraryView((view) => view.cursor?.place === place);
  return {
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': selected,
    'aria-posinset': place + 1,
    'aria-setsize': total,
    'data-cursor': focused || undefined,
    onClick: (event: React.MouseEvent) => onPick(place, event),
    onDoubleClick: () => onOpen(place),
  } as const;
}
