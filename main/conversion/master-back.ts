import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import { statMaster } from '../import/master-stat.ts';

/**
 * Masters that were missing and stand in their places again are no longer called missing. Outside of watched
 * folders nobody else would notice before the next start. Whether they changed meanwhile, their jobs find out.
 */
export async function noticeMastersBack(
  mediaIds: readonly string[],
  catalog: Pick<Catalog, 'get' | 'commit'>,
): Promise<void> {
  const missing = mediaIds.flatMap((id) => missingMaster(id, catalog) ?? []);
  const found = await Promise.all(missing.map(({ master }) => statMaster(master.path)));
  const back = missing.filter((_, index) => found[index] !== null);
  await commitStanding(catalog, () => back.flatMap((media) => changeOf(media, catalog)));
}

/** While the disk was asked, the media may have been given another place, or removed. */
function changeOf({ id, master }: Media, catalog: Pick<Catalog, 'get'>): readonly CatalogChange[] {
  const media = missingMaster(id, catalog);
  if (media?.master.path !== master.path) return [];
  const fields = {
    master: { ...media.master, status: 'present' },
    problem: media.problem?.code === 'conversion/master-missing' ? null : media.problem,
  } as const;
  return [{ type: 'patch', collection: 'media', id, fields }];
}

function missingMaster(id: string, catalog: Pick<Catalog, 'get'>): Media | undefined {
  const media = catalog.get('media', id);
  return media?.master.status === 'missing' ? media : undefined;
}
