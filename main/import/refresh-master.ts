import { join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { PROBE_VERSION } from '../../core/ffmpeg/probe-revisions.ts';
import { originOf } from '../../core/import/captions.ts';
import { standingChoice } from '../../core/import/chosen-caption.ts';
import { titleAfterChange } from '../../core/import/titles.ts';
import type { Media } from '../../core/model/media.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { patchMediaInTurn } from '../catalog/patch-media-in-turn.ts';
import type { Clock } from '../clock.ts';
import type { MediaTools } from '../conversion/media-tools.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { kindOf, type Planner } from '../planner.ts';
import type { MasterStat } from './master-stat.ts';
import { forgetRefusal } from './refusals.ts';

type MediaFields = Partial<Omit<Media, 'id'>>;

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
  needs: ChangeNeeds,
): Extract<CatalogChange, { collection: 'media'; type: 'patch' }> {
  const fields = fieldsOfChange(media, content, needs);
  return { type: 'patch', collection: 'media', id: media.id, fields };
}

function fieldsOfChange(
  media: Media,
  { info, sha256, sizeBytes, modifiedMs }: NewContent,
  { planner, clock }: ChangeNeeds,
): MediaFields {
  const kind = kindOf(info);
  const plan = planner.planMedia({ info, kind, formatSetIds: media.formatSetIds });
  const chosenCaption = standingChoice(media);
  return {
    ...titleAfterChange(media, info),
    kind,
    info,
    probeVersion: PROBE_VERSION,
    master: { ...media.master, sha256, sizeBytes, modifiedMs, status: 'present' },
    planned: plannedOf(plan),
    poster: null,
    captions: media.captions.filter((one) => originOf(one) === 'person'),
    ...(chosenCaption === undefined ? {} : { chosenCaption }),
    problem: null,
    updatedAtMs: clock.now(),
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

/**
 * Reads a master again whose file is not the catalogued one any more. Reading takes its time: what is kept is made
 * of the media as it stands after that, and nothing of one that has got another master meanwhile.
 * @returns the media as it is then
 */
export async function refreshMaster(
  media: Media,
  found: MasterStat,
  needs: RefreshNeeds,
  signal?: AbortSignal,
): Promise<Media> {
  const { catalog, tools } = needs;
  const { path } = media.master;
  const { info, sha256 } = await tools.inspect(path, signal);
  let outdatedFiles: readonly string[] = [];
  await patchMediaInTurn(catalog, media.id, (now) => {
    outdatedFiles = [];
    if (!isSameMaster(now, media)) return null;
    const { master } = now;
    if (sha256 === master.sha256) return { master: { ...master, ...found, status: 'present' } };
    outdatedFiles = pictureFilesOf(now);
    return fieldsOfChange(now, { info, sha256, ...found }, needs);
  });
  const forgotten = forgetRefusal(catalog, path);
  if (forgotten.length > 0) await catalog.commit(forgotten);
  await removeFiles(outdatedFiles, needs);
  return catalog.get('media', media.id) ?? media;
}

function isSameMaster(now: Media, read: Media): boolean {
  return now.master.path === read.master.path && now.master.sha256 === read.master.sha256;
}

async function removeFiles(files: readonly string[], { paths }: RefreshNeeds): Promise<void> {
  await Promise.all(files.map((file) => removeQuietly(join(paths.root, file))));
}
