export interface Step {
  /** null: nowhere yet; any arrow starts at the first. */
  readonly from: number | null;
  readonly columns: number;
  readonly total: number;
}

/** The place that a key leads to, or null when it leads nowhere. */
export function stepTo(key: string, { from, columns, total }: Step): number | null {
  if (total === 0) return null;
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * 4,
    PageUp: -columns * 4,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return total - 1;
  const move = moves[key];
  if (move === undefined) return null;
  if (from === null) return 0;
  const next = from + move;
  // one step beyond an edge stays; a leap stops there
  if (next >= 0 && next < total) return next;
  return Math.abs(move) > columns ? Math.min(Math.max(next, 0), total - 1) : from;
}
