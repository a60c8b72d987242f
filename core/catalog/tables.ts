import type { CatalogRecord, CollectionName } from './collections.ts';

/** The whole catalog in memory: immutable records in mutable maps, so that a change costs the same at any size. */
export type CatalogTables = { readonly [C in CollectionName]: Map<string, CatalogRecord<C>> };

export type ReadonlyCatalogTables = {
  readonly [C in CollectionName]: ReadonlyMap<string, CatalogRecord<C>>;
};

export function emptyTables(): CatalogTables {
  return {
    media: new Map(),
    jobs: new Map(),
    refusals: new Map(),
    watchFolders: new Map(),
    formats: new Map(),
    formatSets: new Map(),
    devices: new Map(),
    publishTargets: new Map(),
    publications: new Map(),
    settings: new Map(),
  };
}

/** Records are shared, not copied: they never change, so the copy stays what it was at this moment. */
export function copyTables(tables: ReadonlyCatalogTables): CatalogTables {
  return {
    media: new Map(tables.media),
    jobs: new Map(tables.jobs),
    refusals: new Map(tables.refusals),
    watchFolders: new Map(tables.watchFolders),
    formats: new Map(tables.formats),
    formatSets: new Map(tables.formatSets),
    devices: new Map(tables.devices),
    publishTargets: new Map(tables.publishTargets),
    publications: new Map(tables.publications),
    settings: new Map(tables.settings),
  };
}
