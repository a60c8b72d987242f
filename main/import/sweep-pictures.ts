import type { Catalog } from '../catalog/catalog.ts';
import { sweepFolder, sweepFoldersIn } from '../files/sweep-folder.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import type { ImporterNeeds } from './importer-needs.ts';

export interface SweepPicturesOptions {
  readonly beforeMs: number;
  readonly signal: AbortSignal;
}

/**
 * What a crash left between making a picture or captions and cataloguing them, or between cataloguing some and
 * removing the old. What lies there in the name of a media that nobody knows is left alone.
 */
export async function sweepPictures(
  { catalog, paths }: Pick<ImporterNeeds, 'catalog' | 'paths'>,
  { beforeMs, signal }: SweepPicturesOptions,
): Promise<void> {
  const used = new Set<string>();
  for (const { poster } of catalog.all('media').values()) if (poster) used.add(poster.file);
  const isOfKnownMedia = (name: string) =>
    catalog.get('media', name.slice(0, Math.max(0, name.lastIndexOf('-')))) !== undefined;
  const isStale = (name: string) =>
    isTemporaryPath(name) || (isOfKnownMedia(name) && !used.has(`posters/${name}`));
  await sweepFolder(paths.posters, { beforeMs, isStale });
  await sweepFoldersIn(paths.captions, {
    ...{ beforeMs, signal },
    isStale: (name, mediaId) => isTemporaryPath(name) || isLostCaption(catalog, name, mediaId),
  });
}

function isLostCaption(catalog: Catalog, name: string, mediaId: string): boolean {
  const captions = catalog.get('media', mediaId)?.captions;
  if (captions === undefined || !name.endsWith('.vtt')) return false;
  return !captions.some(({ file }) => file === `captions/${mediaId}/${name}`);
}
