import { join } from 'node:path';
import type { Media } from '../../core/model/media.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { OperationNeeds } from './needs.ts';

/** The catalog first: what a crash leaves behind then is a file too many, not a rendition that is not there. */
export async function removeRenditions(
  media: Media,
  formatIds: readonly string[],
  { catalog, paths, clock }: Pick<OperationNeeds, 'catalog' | 'paths' | 'clock'>,
): Promise<void> {
  const gone = media.renditions.filter(({ formatId }) => formatIds.includes(formatId));
  if (gone.length === 0) return;
  const renditions = media.renditions.filter((one) => !gone.includes(one));
  const fields = { renditions, updatedAtMs: clock.now() };
  await catalog.commit([{ type: 'patch', collection: 'media', id: media.id, fields }]);
  await Promise.all(gone.map(({ file }) => removeQuietly(join(paths.root, file))));
}
