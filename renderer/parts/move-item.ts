/** The list with one item taken to another place. */
export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The id that stands behind the moved one afterwards; null when it is the last. */
export function followerAfterMove(ids: readonly string[], from: number, to: number): string | null {
  return moveItem(ids, from, to)[to + 1] ?? null;
}
