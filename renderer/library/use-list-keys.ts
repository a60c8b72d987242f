import { useCallback, useRef } from 'react';
import { useMediaActions } from '../data/media-actions.tsx';
import { useStores } from '../state/stores.ts';
import { stepTo } from './step-to.ts';
import type { Selecting } from './use-selecting.ts';

interface ListKeys {
  readonly columns: number;
  readonly total: number;
  readonly selecting: Selecting;
  /** Scrolls so that this place is in view. */
  show(place: number): void;
}

export function useListKeys(keys: ListKeys): (event: React.KeyboardEvent) => void {
  const { library } = useStores();
  const { remove } = useMediaActions();
  const latest = useRef(keys);
  latest.current = keys;
  return useCallback(
    (event) => {
      const { columns, total, selecting, show } = latest.current;
      const view = library.getState();
      const at = view.cursor?.place ?? null;
      const next = stepTo(event.key, { from: at, columns, total });
      if (next !== null) {
        show(next);
        selecting.pick(next, { shiftKey: event.shiftKey, ctrlKey: false, metaKey: false });
      } else if (event.key === 'Enter' && at !== null) selecting.open(at);
      else if (event.key === ' ' && event.ctrlKey && at !== null) {
        selecting.pick(at, { shiftKey: false, ctrlKey: true, metaKey: false });
      } else if (event.key === ' ') document.getElementById('inspector-play')?.click();
      else if (event.key === 'Escape') view.clearSelection();
      else if (event.key === 'Delete' && view.selected.size > 0) void remove([...view.selected]);
      else return;
      event.preventDefault();
    },
    [library, remove],
  );
}
