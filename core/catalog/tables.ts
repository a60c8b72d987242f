import { DEFAULT_SETTINGS } from '../model/library.ts';
import type { CatalogRecord, CollectionName } from './collections.ts';

/** The whole catalog in memory: immutable records in mutable maps, so that a change costs the same at any size. */
export type CatalogTables = { readonly [C in CollectionName]: Map<string, CatalogRecord<C>> };

export type ReadonlyCatalogTables = {
  readonly [C in CollectionName]: ReadonlyMap<string, CatalogRecord<C>>;
};

/** Nothing but the settings, which are always there, so that a change of one of them is a patch like any other. */
export function initialTables(): CatalogTables {
  return {
    media: new Map(),
    jobs: new Map(),
    refusals: new Map(),
    removedMasters: new Map(),
    watchFolders: new Map(),
    formats: new Map(),
    formatSets: new Map(),
    devices: new Map(),
    publishTargets: new Map(),
    publications: new Map(),
    settings: new Map([[DEFAULT_SETTINGS.id, DEFAULT_SETTINGS]]),
  };
}
