import type {
  CatalogChange,
  CatalogRecord,
  CollectionName,
} from '../../../core/catalog/collections.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../../../core/catalog/collections.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';

/** The catalog's promises without a disk: validated records, all changes of a commit or none. */
export function memoryCatalog(changes: readonly CatalogChange[] = []): Catalog {
  const records = new Map<CollectionName, Map<string, unknown>>(
    COLLECTION_NAMES.map((name) => [name, new Map()]),
  );
  const collection = <C extends CollectionName>(name: C) =>
    records.get(name) as Map<string, CatalogRecord<C>>;

  function apply(change: CatalogChange): void {
    const all = records.get(change.collection);
    if (change.type === 'remove') all?.delete(change.id);
    else {
      const record =
        change.type === 'put'
          ? change.record
          : { ...(all?.get(change.id) as object), ...change.fields };
      const parsed = COLLECTIONS[change.collection].parse(record);
      all?.set(parsed.id, parsed);
    }
  }

  for (const change of changes) apply(change);
  return {
    get: (name, id) => collection(name).get(id),
    all: collection,
    mediaBySha256: () => undefined,
    mediaByPath: () => undefined,
    mediaBySlug: (slug) => [...collection('media').values()].find((media) => media.slug === slug),
    query: () => ({ rows: [], total: 0, counts: { all: 0, video: 0, audio: 0, attention: 0 } }),
    async commit(wanted) {
      for (const change of wanted) apply(change);
    },
    subscribe: () => () => {},
    notices: [],
    sizes: () => ({ snapshotBytes: 0, journalBytes: 0 }),
    backup: async () => {},
    close: async () => {},
  };
}
