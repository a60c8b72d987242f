import type { CatalogRecord, CollectionName } from '../../core/catalog/collections.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Catalog } from '../catalog/catalog.ts';

const WORDS: Readonly<Record<CollectionName, string>> = {
  media: 'media',
  jobs: 'job',
  refusals: 'refused file',
  removedMasters: 'removed master',
  watchFolders: 'watch folder',
  formats: 'format',
  formatSets: 'format set',
  devices: 'device',
  publishTargets: 'publish target',
  publications: 'publication',
  settings: 'settings',
};

/** @throws AppError catalog/not-found */
export function requireRecord<C extends CollectionName>(
  catalog: Catalog,
  collection: C,
  id: string,
): CatalogRecord<C> {
  const record = catalog.get(collection, id);
  if (record === undefined) throw notFound(collection, id);
  return record;
}

export function notFound(collection: CollectionName, id: string): AppError {
  return new AppError(
    'catalog/not-found',
    `There is no ${WORDS[collection]} “${id}” in the library (any more).`,
    { details: { collection, id } },
  );
}
