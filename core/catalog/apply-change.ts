import type { CatalogChange, CatalogRecord, CollectionName } from './collections.ts';
import type { CatalogTables } from './tables.ts';

/** What one change did to one record; `after` is undefined when it is gone. */
export interface RecordEffect<C extends CollectionName> {
  readonly collection: C;
  readonly id: string;
  readonly change: CatalogChange['type'];
  readonly before: CatalogRecord<C> | undefined;
  readonly after: CatalogRecord<C> | undefined;
}

export type CatalogEffect = { [C in CollectionName]: RecordEffect<C> }[CollectionName];

export type RecordLookup = <C extends CollectionName>(
  collection: C,
  id: string,
) => CatalogRecord<C> | undefined;

/** What a change would do over these records, without doing it; a patch of a record that is not there does nothing. */
export function effectOf(change: CatalogChange, lookup: RecordLookup): CatalogEffect {
  const { collection } = change;
  const id = change.type === 'put' ? change.record.id : change.id;
  const before = lookup(collection, id);
  // the change is of one collection, and so are the record before and the record after
  return {
    collection,
    id,
    change: change.type,
    before,
    after: afterOf(change, before),
  } as CatalogEffect;
}

function afterOf(change: CatalogChange, before: CatalogRecord<CollectionName> | undefined) {
  if (change.type === 'put') return change.record;
  if (change.type === 'remove' || before === undefined) return undefined;
  return { ...before, ...change.fields };
}

/**
 * The same effects in the same order always give the same tables, at a cost that does not depend on their size.
 * Nothing is validated here.
 */
export function applyEffect<C extends CollectionName>(
  tables: CatalogTables,
  { collection, id, after }: RecordEffect<C>,
): void {
  if (after === undefined) tables[collection].delete(id);
  else tables[collection].set(id, after);
}
