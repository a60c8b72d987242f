import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaptionSource } from '../../core/import/captions.ts';
import type { Media } from '../../core/model/media.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { readCaptionFile } from './read-caption-file.ts';

/** The automatic poster of a media that has none. @throws AppError */
export async function makePoster(
  media: Media,
  { catalog, ids, paths, tools }: ImporterNeeds,
  signal: AbortSignal,
): Promise<void> {
  const file = `posters/${media.id}-${ids.next()}.jpg`;
  const target = join(paths.root, file);
  await mkdir(paths.posters, { recursive: true });
  const { path: masterPath } = media.master;
  const request = { masterPath, info: media.info, target, atSeconds: null };
  const made = await tools.makePoster(request, signal);
  const now = catalog.get('media', media.id);
  if (now?.poster === null && isSameMaster(now, media)) {
    await catalog.commit([
      { type: 'patch', collection: 'media', id: media.id, fields: { poster: { ...made, file } } },
    ]);
  } else {
    await removeQuietly(target);
  }
}

/** One text track as a file beside the renditions. @throws AppError */
export async function makeCaption(
  media: Media,
  source: CaptionSource,
  { catalog, paths, tools }: ImporterNeeds,
  signal: AbortSignal,
): Promise<void> {
  const { trackIndex, fileName, ...caption } = source;
  const file = `captions/${media.id}/${caption.id}.vtt`;
  const target = join(paths.root, file);
  await mkdir(join(paths.captions, media.id), { recursive: true });
  const sizeBytes =
    fileName === null
      ? await tools.extractCaption(
          { masterPath: media.master.path, trackIndex: trackIndex ?? 0, target },
          signal,
        )
      : await copyCaptions(join(dirname(media.master.path), fileName), target);
  const now = catalog.get('media', media.id);
  if (now === undefined || !isSameMaster(now, media)) return removeQuietly(target);
  const others = now.captions.filter(({ id }) => id !== caption.id);
  const captions = [...others, { ...caption, file, sizeBytes }];
  await catalog.commit([
    { type: 'patch', collection: 'media', id: media.id, fields: { captions } },
  ]);
}

async function copyCaptions(file: string, target: string): Promise<number> {
  const text = await readCaptionFile(file);
  await writeFileAtomically(target, text);
  return Buffer.byteLength(text);
}

function isSameMaster(a: Media, b: Media): boolean {
  return a.master.sha256 === b.master.sha256;
}
