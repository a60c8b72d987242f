import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { distinctLabels } from '../../core/import/caption-labels.ts';
import type { CaptionSource } from '../../core/import/captions.ts';
import { withChoice } from '../../core/import/chosen-caption.ts';
import type { FoundSidecar } from '../../core/import/sidecars.ts';
import type { Caption, Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { patchMediaInTurn } from '../catalog/patch-media-in-turn.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { readCaptionFile } from './read-caption-file.ts';

export interface PictureNeeds extends Pick<ImporterNeeds, 'catalog' | 'ids' | 'paths'> {
  readonly tools: Pick<ImporterNeeds['tools'], 'makePoster' | 'extractCaption'>;
}

/** The automatic poster of a media that has none. @throws AppError */
export async function makePoster(
  media: Media,
  { catalog, ids, paths, tools }: PictureNeeds,
  signal: AbortSignal,
): Promise<void> {
  const file = `posters/${media.id}-${ids.next()}.jpg`;
  const target = join(paths.root, file);
  await mkdir(paths.posters, { recursive: true });
  const { path: masterPath } = media.master;
  const request = { masterPath, info: media.info, target, atSeconds: null };
  const made = await tools.makePoster(request, signal);
  await keepPicture(media, { catalog, target }, ({ poster }) =>
    poster === null ? { poster: { ...made, file } } : null,
  );
}

/** One text track of the master as a file beside the renditions. @throws AppError */
export async function makeTrackCaption(
  media: Media,
  source: CaptionSource,
  needs: PictureNeeds,
  signal: AbortSignal,
): Promise<void> {
  const request = { masterPath: media.master.path, trackIndex: source.trackIndex ?? 0 };
  await makeCaption(media, { source }, needs, (target) =>
    needs.tools.extractCaption({ ...request, target }, signal),
  );
}

/** A caption file as WebVTT beside the renditions, in place of what was made of it before. @throws AppError */
export async function makeSidecarCaption(
  media: Media,
  found: FoundSidecar,
  needs: PictureNeeds,
): Promise<void> {
  await makeCaption(media, found, needs, async (target) => {
    const text = await readCaptionFile(found.sidecar.path);
    await writeFileAtomically(target, text);
    return Buffer.byteLength(text);
  });
}

async function makeCaption(
  media: Media,
  { source, ...made }: Pick<FoundSidecar, 'source'> & Partial<FoundSidecar>,
  { catalog, paths }: PictureNeeds,
  write: (target: string) => Promise<number>,
): Promise<void> {
  const { trackIndex: _track, fileName: _name, ...caption } = source;
  const file = `captions/${media.id}/${caption.id}.vtt`;
  const target = join(paths.root, file);
  await mkdir(join(paths.captions, media.id), { recursive: true });
  const sizeBytes = await write(target);
  await keepPicture(media, { catalog, target }, ({ captions, chosenCaption }) => ({
    captions: withChoice(
      withCaption(captions, { ...caption, ...made, file, sizeBytes }),
      chosenCaption,
    ),
  }));
}

interface MadeFile {
  readonly catalog: Catalog;
  readonly target: string;
}

/** The file goes when nobody wants it any more: its media was removed or has other content by now. */
async function keepPicture(
  { id, master }: Media,
  { catalog, target }: MadeFile,
  fieldsOf: (now: Media) => Partial<Omit<Media, 'id'>> | null,
): Promise<void> {
  const isKept = await patchMediaInTurn(catalog, id, (now) =>
    now.master.sha256 === master.sha256 ? fieldsOf(now) : null,
  );
  if (!isKept) await removeQuietly(target);
}

/** In its old place, so that menus of players keep their order; which one is the default stays as it was chosen. */
function withCaption(captions: readonly Caption[], caption: Caption): readonly Caption[] {
  const at = captions.findIndex(({ id }) => id === caption.id);
  const old = captions[at];
  const others = captions.flatMap(({ id, label }) => (id === caption.id ? [] : [label]));
  const label = distinctLabels([...others, caption.label]).at(-1) ?? caption.label;
  if (old === undefined) {
    const taken = captions.some(({ isDefault }) => isDefault);
    return [...captions, { ...caption, label, isDefault: caption.isDefault && !taken }];
  }
  return captions.with(at, { ...caption, label, isDefault: old.isDefault });
}
