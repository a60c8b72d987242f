/** One media of a batch. */
export interface Move {
  readonly mediaId: string;
  /** Folders that it holds now. */
  readonly from: ReadonlySet<string>;
  /** The folder that it is about to hold; null: none. */
  readonly to: string | null;
}

/**
 * Who makes way comes before who takes the place; apart from that the order stays. In a ring nobody can be
 * first: its members all come, and the first finds its place taken.
 */
export function orderMoves(moves: readonly Move[]): readonly string[] {
  const leaving = new Map<string, Move>();
  for (const move of moves)
    for (const folder of move.from) if (folder !== move.to) leaving.set(folder, move);
  const ordered = new Set<Move>();
  for (const move of moves) for (const each of chainBefore(move, leaving)) ordered.add(each);
  return [...ordered].map(({ mediaId }) => mediaId);
}

/** The move itself comes last. */
function chainBefore(move: Move, leaving: ReadonlyMap<string, Move>): readonly Move[] {
  const chain = new Set<Move>();
  for (let next: Move | undefined = move; next !== undefined && !chain.has(next); ) {
    chain.add(next);
    next = next.to === null ? undefined : leaving.get(next.to);
  }
  return [...chain].toReversed();
}
