import { useState } from 'react';

interface Drag {
  /** The rows may change places, or go, while one of them is in the air. */
  readonly key: string;
  readonly over: string;
}

/** What a row is given so that it can be dragged to another place. */
export interface DragRow {
  readonly draggable: true;
  readonly 'data-dragging': true | undefined;
  /** Where the line is drawn that shows what dropping will do. */
  readonly 'data-drop': 'before' | 'after' | undefined;
  onDragStart(event: React.DragEvent): void;
  onDragOver(event: React.DragEvent): void;
  onDrop(event: React.DragEvent): void;
  onDragEnd(): void;
}

/** Ordering rows by the mouse; the keyboard has buttons beside it. */
export function useDragOrder(
  keys: readonly string[],
  onMove: (from: number, to: number) => void,
): (key: string) => DragRow {
  const [drag, setDrag] = useState<Drag | null>(null);
  return (key) => ({
    draggable: true,
    'data-dragging': drag?.key === key || undefined,
    'data-drop': drag === null || drag.over !== key ? undefined : sideOf(drag, keys),
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', key);
      setDrag({ key, over: key });
    },
    onDragOver(event) {
      if (drag === null) return;
      event.preventDefault();
      if (drag.over !== key) setDrag({ ...drag, over: key });
    },
    onDrop(event) {
      if (drag === null) return;
      event.preventDefault();
      setDrag(null);
      const [from, to] = [keys.indexOf(drag.key), keys.indexOf(key)];
      if (from !== -1 && to !== -1 && from !== to) onMove(from, to);
    },
    onDragEnd: () => setDrag(null),
  });
}

function sideOf({ key, over }: Drag, keys: readonly string[]): 'before' | 'after' | undefined {
  const [from, to] = [keys.indexOf(key), keys.indexOf(over)];
  if (from === -1 || from === to) return undefined;
  return to < from ? 'before' : 'after';
}
