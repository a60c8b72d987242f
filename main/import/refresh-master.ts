import { join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { originOf } from '../../core/import/captions.ts';
import { titleAfterChange } from '../../core/import/titles.ts';
import type { Media } from '../../core/model/media.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import type { MediaTools } from '../conversion/media-tools.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { kindOf, type Planner } from '../planner.ts';
import type { MasterStat } from './master-stat.ts';
import { forgetRefusal } from './refusals.ts';

export interface NewContent extends MasterStat {
  readonly info: MediaInfo;
  readonly sha256: string;
}

export interface ChangeNeeds {
  readonly planner: Planner;
  readonly clock: Clock;
}

/** Other content at the same path: everything that was read from the old one is read anew, what people wrote stays. */
export function changedMaster(
  media: Media,
  content: NewContent,
  { planner, clock }: ChangeNeeds,
): Extract<CatalogChange, { collection: 'media'; type: 'patch' }> {
  const { info, sha256, sizeBytes, modifiedMs } = content;
  const { captions } = media;
  const kind = kindOf(info);
  const plan = planner.planMedia({ info, kind, formatSetIds: media.formatSetIds });
  return {
    type: 'patch',
    collection: 'media',
    id: media.id,
    fields: {
      ...titleAfterChange(media, info),
      kind,
      info,
      master: { ...media.master, sha256, sizeBytes, modifiedMs, status: 'present' },
      planned: plannedOf(plan),
      poster: null,
      captions: captions.filter((one) => originOf(one) === 'person'),
      problem: null,
      updatedAtMs: clock.now(),
    },
  };
}

/** Made from the master as it was, relative to the library folder; free to be removed after the change. */
export function pictureFilesOf({ poster, captions }: Media): readonly string[] {
  const files = captions.filter((one) => originOf(one) !== 'person').map(({ file }) => file);
  return poster === null ? files : [...files, poster.file];
}

export interface RefreshNeeds extends ChangeNeeds {
  readonly paths: LibraryPaths;
  readonly catalog: Catalog;
  readonly tools: MediaTools;
}

/** Reads a master again whose file is not the catalogued one any more. @returns the media as it is then */
export async function refreshMaster(
  media: Media,
  found: MasterStat,
  needs: RefreshNeeds,
  signal?: AbortSignal,
): Promise<Media> {
  const { info, sha256 } = await needs.tools.inspect(media.master.path, signal);
  const same = sha256 === media.master.sha256;
  const change: CatalogChange = same
    ? {
        type: 'patch',
        collection: 'media',
        id: media.id,
        fields: { master: { ...media.master, ...found, status: 'present' } },
      }
    : changedMaster(media, { info, sha256, ...found }, needs);
  await needs.catalog.commit([change, ...forgetRefusal(needs.catalog, media.master.path)]);
  if (!same) {
    const files = pictureFilesOf(media).map((file) => join(needs.paths.root, file));
    await Promise.all(files.map(removeQuietly));
  }
  return needs.catalog.get('media', media.id) ?? media;
}
