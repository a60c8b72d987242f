import { useState } from 'react';

interface Drag {
  readonly from: number;
  readonly over: number;
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
export function useDragOrder(onMove: (from: number, to: number) => void): (at: number) => DragRow {
  const [drag, setDrag] = useState<Drag | null>(null);
  return (at) => ({
    draggable: true,
    'data-dragging': drag?.from === at || undefined,
    'data-drop': drag === null || drag.over !== at ? undefined : sideOf(drag),
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', String(at));
      setDrag({ from: at, over: at });
    },
    onDragOver(event) {
      if (drag === null) return;
      event.preventDefault();
      if (drag.over !== at) setDrag({ ...drag, over: at });
    },
    onDrop(event) {
      if (drag === null) return;
      event.preventDefault();
      setDrag(null);
      if (drag.from !== at) onMove(drag.from, at);
    },
    onDragEnd: () => setDrag(null),
  });
}

function sideOf({ from, over }: Drag): 'before' | 'after' | undefined {
  return over === from ? undefined : over < from ? 'before' : 'after';
}
