import { applyEffect, type CatalogEffect, effectOf } from '../../../core/catalog/apply-change.ts';
import type { CatalogChange } from '../../../core/catalog/collections.ts';
import type { CatalogTables } from '../../../core/catalog/tables.ts';

/** One change at once, without a journal and unvalidated. */
export function applyChange(tables: CatalogTables, change: CatalogChange): CatalogEffect {
  const effect = effectOf(change, (collection, id) => tables[collection].get(id));
  applyEffect(tables, effect);
  return effect;
}
