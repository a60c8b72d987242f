import { basename, dirname, join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { Media } from '../../core/model/media.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched, statMaster } from './master-stat.ts';

type UploadNeeds = Pick<ImporterNeeds, 'catalog' | 'paths'>;

/** So many are catalogued at once: a library may hold nothing but uploads. */
const CHUNK = 500;

/**
 * Uploads go where the library's folder goes: one that is gone from the place where it was catalogued, and stands in
 * the folder as it is now with its name, size and time, is catalogued there.
 */
export async function followUploads({ catalog, paths }: UploadNeeds): Promise<void> {
  const looks = createLimiter(16);
  const uploads = [...catalog.all('media').values()].filter((media) => liesOutside(media, paths));
  const moved = await Promise.all(
    uploads.map((media) => looks.run(() => newPlaceOf(media, { catalog, paths }))),
  );
  for (const some of inChunks(moved.flat(), CHUNK)) {
    await commitStanding(catalog, () => some.flatMap((one) => changeOf(one, catalog)));
  }
}

interface MovedUpload {
  readonly mediaId: string;
  readonly from: string;
  readonly to: string;
}

function liesOutside({ master }: Media, { masters }: UploadNeeds['paths']): boolean {
  return master.ownedByLibrary && dirname(master.path) !== masters;
}

async function newPlaceOf(
  { id, master }: Media,
  { catalog, paths }: UploadNeeds,
): Promise<readonly MovedUpload[]> {
  const to = join(paths.masters, basename(master.path));
  if (catalog.mediaByPath(to) !== undefined) return [];
  if ((await statMaster(master.path)) !== null) return [];
  const found = await statMaster(to);
  const isIt = found !== null && isUntouched(master, found);
  return isIt ? [{ mediaId: id, from: master.path, to }] : [];
}

function changeOf(
  { mediaId, from, to }: MovedUpload,
  catalog: UploadNeeds['catalog'],
): readonly CatalogChange[] {
  const master = catalog.get('media', mediaId)?.master;
  if (master?.path !== from) return [];
  const fields = { master: { ...master, path: to } };
  return [{ type: 'patch', collection: 'media', id: mediaId, fields }];
}
