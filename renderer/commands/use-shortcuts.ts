import { useEffect, useRef } from 'react';
import { useStores } from '../state/stores.ts';
import type { Deeds } from './command.ts';
import { findCommand, isPlain, readStroke } from './read-stroke.ts';

/** Between the two strokes of a sequence. */
const SEQUENCE_MS = 1200;

/** Runs commands by key, from wherever the focus is, unless the key means something there. */
export function useShortcuts(deeds: Deeds): void {
  const stores = useStores();
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    let before: { readonly stroke: string; readonly atMs: number } | null = null;
    const press = (event: KeyboardEvent) => {
      const stroke = readStroke(event);
      if (stroke === null || event.defaultPrevented || event.repeat) return;
      const dialog = stores.dialogs.getState().open !== null;
      if (dialog || !allowed(stroke, event, stores.keys.getState().single)) return;
      const recent = before !== null && event.timeStamp - before.atMs < SEQUENCE_MS;
      const found =
        (recent && before !== null ? findCommand([before.stroke, stroke]) : null) ??
        findCommand([stroke]);
      before = found === 'wait' ? { stroke, atMs: event.timeStamp } : null;
      if (found === null || found === 'wait') return;
      const deed = latest.current[found];
      if (deed === null) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [stores]);
}

/** Fields to type in, menus, dialogs and the player have keys of their own. */
const OWN_KEYS =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog], media-controller';

function allowed(stroke: string, { target }: KeyboardEvent, single: boolean): boolean {
  if (stroke === 'mod+k') return true;
  if (isPlain(stroke) && !single && stroke !== 'delete') return false;
  return !(target instanceof Element) || target.closest(OWN_KEYS) === null;
}
