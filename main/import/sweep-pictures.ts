import { sweepFolder, sweepFoldersIn } from '../files/sweep-folder.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import type { ImporterNeeds } from './importer-needs.ts';

export interface SweepPicturesOptions {
  readonly beforeMs: number;
  readonly signal: AbortSignal;
}

/** What a crash left between making a picture and cataloguing it, or between cataloguing one and removing the old. */
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
  await sweepFoldersIn(paths.captions, { beforeMs, signal });
}
