import type { CatalogChange } from '../../../core/catalog/collections.ts';
import type { Media } from '../../../core/model/media.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { type CatalogOptions, openCatalog } from '../../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';

export const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

export function openAt(root: string, options: Partial<CatalogOptions> = {}): Promise<Catalog> {
  return openCatalog({ paths: libraryPaths(root), clock: { now: () => NOW_MS }, ...options });
}

export function put(record: Media): CatalogChange {
  return { type: 'put', collection: 'media', record };
}

export function patch(number: number, fields: Partial<Omit<Media, 'id'>>): CatalogChange {
  return { type: 'patch', collection: 'media', id: sampleMedia(number).id, fields };
}

export function titles(catalog: Catalog): readonly string[] {
  return [...catalog.all('media').values()].map(({ title }) => title);
}

/** Opens, looks, closes. */
export async function titlesAt(root: string): Promise<readonly string[]> {
  const catalog = await openAt(root);
  const found = titles(catalog);
  await catalog.close();
  return found;
}
