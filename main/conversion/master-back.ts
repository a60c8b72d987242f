import type { Catalog } from '../catalog/catalog.ts';
import { statMaster } from '../import/master-stat.ts';

/**
 * A master that was missing and stands in its place again is no longer called missing. Outside of
 * watched folders nobody else would notice before the next start. Whether it changed meanwhile,
 * the job finds out.
 */
export async function noticeMasterBack(mediaId: string, catalog: Catalog): Promise<void> {
  const media = catalog.get('media', mediaId);
  if (media?.master.status !== 'missing') return;
  if ((await statMaster(media.master.path)) === null) return;
  const fields = {
    master: { ...media.master, status: 'present' },
    problem: media.problem?.code === 'conversion/master-missing' ? null : media.problem,
  } as const;
  await catalog.commit([{ type: 'patch', collection: 'media', id: mediaId, fields }]);
}
