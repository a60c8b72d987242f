import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { captionSources } from '../../core/import/captions.ts';
import { type FoundSidecar, planSidecars } from '../../core/import/sidecars.ts';
import type { Caption, Media } from '../../core/model/media.ts';
import { patchMediaInTurn } from '../catalog/patch-media-in-turn.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { makeSidecarCaption } from './make-pictures.ts';
import { statMaster } from './master-stat.ts';
import { mayHaveSidecars, type SidecarFolders } from './sidecar-folders.ts';

export interface SidecarNeeds extends ImporterNeeds {
  readonly folders: SidecarFolders;
  /** The file cannot be read or holds no captions; what was made of it before stays. */
  readonly onUnreadable: (media: Media, sidecar: FoundSidecar['sidecar'], error: unknown) => void;
}

/**
 * Brings the captions of a media in line with the files beside its master: new files become captions, changed ones
 * replace theirs, and a caption goes when the very file that it was made of is gone. It stays when the master was
 * moved away from that file, when the folder or the master cannot be reached, and in any case when it is a track of
 * the master or was added by a person.
 */
export async function followSidecars(media: Media, needs: SidecarNeeds): Promise<void> {
  if (!mayHaveSidecars(media)) return;
  const names = await needs.folders.besideOf(media.master.path);
  // an unplugged drive may leave an empty folder behind: then nothing is known about the files
  if (names === null || (await statMaster(media.master.path)) === null) return;
  const { toMake, adrift } = planSidecars(media.captions, await look(media, names));
  for (const found of toMake) {
    // an editor has just begun to write it
    if (found.sidecar.sizeBytes === 0) continue;
    try {
      await makeSidecarCaption(media, found, needs);
    } catch (error) {
      needs.onUnreadable(media, found.sidecar, error);
    }
  }
  const gone: Caption[] = [];
  for (const caption of adrift) if (await isGone(caption.sidecar.path)) gone.push(caption);
  if (gone.length > 0) await removeCaptions(media.id, gone, needs);
}

async function look(media: Media, names: readonly string[]): Promise<readonly FoundSidecar[]> {
  const { info, master } = media;
  const fileName = basename(master.path);
  const sources = captionSources({ info, sha256: master.sha256, fileName }, names);
  const found: FoundSidecar[] = [];
  for (const source of sources) {
    if (source.fileName === null) continue;
    const path = join(dirname(master.path), source.fileName);
    const now = await statMaster(path);
    if (now !== null) found.push({ source, sidecar: { path, ...now } });
  }
  return found;
}

async function isGone(path: string): Promise<boolean> {
  const error = await stat(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (errorCodeOf(error) !== 'ENOENT') return false;
  return stat(dirname(path)).then(
    () => true,
    () => false,
  );
}

async function removeCaptions(
  mediaId: string,
  gone: readonly Caption[],
  { catalog, paths }: ImporterNeeds,
): Promise<void> {
  const ids = new Set(gone.map(({ id }) => id));
  await patchMediaInTurn(catalog, mediaId, ({ captions }) => ({
    captions: captions.filter(({ id }) => !ids.has(id)),
  }));
  for (const { file } of gone) await removeQuietly(join(paths.root, file));
}
