import { AppError } from '../errors/app-error.ts';
import { applyEffect } from './apply-change.ts';
import { createDraft } from './draft.ts';
import type { RawCollections } from './migrations.ts';
import { parseRawChange, type RawChange } from './parse-change.ts';
import type { CatalogTables } from './tables.ts';

export interface JournalLine {
  readonly sequence: number;
  readonly changes: readonly unknown[];
}

export interface Replayed {
  /** The last one that is in the tables now. */
  readonly sequence: number;
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Lines that no longer fit, for instance since what they change is among the missing. */
  readonly refused: readonly { readonly sequence: number; readonly message: string }[];
}

/**
 * Leads on from a snapshot: lines that it holds already are passed over, each other one takes effect whole or
 * not at all. Slugs are not checked: they were at the commit, and a damaged journal must not lose a media to them.
 */
export function replay(
  lines: readonly JournalLine[],
  sequence: number,
  take: (changes: readonly unknown[]) => void,
): Replayed {
  const missing: { from: number; to: number }[] = [];
  const refused: { sequence: number; message: string }[] = [];
  let last = sequence;
  for (const line of lines) {
    if (line.sequence <= last) continue;
    if (line.sequence > last + 1) missing.push({ from: last + 1, to: line.sequence - 1 });
    last = line.sequence;
    try {
      take(line.changes);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ sequence: line.sequence, message: error.message });
    }
  }
  return { sequence: last, missing, refused };
}

/** Takes changes of the current version, each validated. */
export function intoTables(tables: CatalogTables) {
  const base = { tables, mediaIdBySlug: () => undefined };
  return (changes: readonly unknown[]) => {
    const { effects } = createDraft(base).stage(changes);
    for (const effect of effects) applyEffect(tables, effect);
  };
}

/** Takes changes of an older version, before its records are migrated: only their shape is known. */
export function intoRawCollections(start: RawCollections) {
  const maps = new Map(
    Object.entries(start).map(([name, records]) => [
      name,
      new Map(records.map((record) => [String(record.id), record])),
    ]),
  );
  const apply = (change: RawChange) => {
    const map = maps.get(change.collection) ?? new Map<string, Record<string, unknown>>();
    maps.set(change.collection, map);
    if (change.type === 'put') map.set(String(change.record.id), change.record);
    else if (change.type === 'remove') map.delete(change.id);
    else if (map.has(change.id)) map.set(change.id, { ...map.get(change.id), ...change.fields });
  };
  return {
    take(changes: readonly unknown[]) {
      for (const change of changes.map(parseRawChange)) apply(change);
    },
    collections: (): RawCollections =>
      Object.fromEntries([...maps].map(([name, records]) => [name, [...records.values()]])),
  };
}
