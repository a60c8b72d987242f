import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { type CaptionWords, sayOfCaption } from '../../core/import/added-captions.ts';
import { isAutomaticLabel } from '../../core/import/caption-labels.ts';
import { webVttOf } from '../../core/import/caption-text.ts';
import { originOf } from '../../core/import/captions.ts';
import { captionChoiceOf } from '../../core/import/chosen-caption.ts';
import { languageTag } from '../../core/import/language-tags.ts';
import type { Caption, Media } from '../../core/model/media.ts';
import { patchMediaInTurn } from '../catalog/patch-media-in-turn.ts';
import { explainLibraryWrite } from '../files/explain-library-write.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { OperationNeeds } from './needs.ts';
import { requireRecord } from './require-record.ts';

type CaptionNeeds = Pick<OperationNeeds, 'catalog' | 'paths' | 'ids' | 'clock'>;

/**
 * Answers with the id of the new caption, or of the one that has these words already: who drops a folder twice
 * wants no doubles.
 * @throws AppError import/not-captions, import/disk-full, import/library-unwritable, input/invalid, catalog/not-found
 */
export async function addCaption(
  media: Media,
  { text, ...words }: CaptionWords & { readonly text: string },
  needs: CaptionNeeds,
): Promise<string> {
  const webVtt = webVttOf(text);
  if (webVtt === null) {
    throw new AppError(
      'import/not-captions',
      'It holds no captions in WebVTT or SubRip. Save it as one of these.',
      { details: { field: 'text' } },
    );
  }
  const said = { ...words, language: requireLanguage(words.language) };
  const mediaId = media.id;
  const standing = await findSame(media, webVtt, { ...said, paths: needs.paths });
  if (standing !== null) {
    if (said.isDefault || said.label !== '') {
      await updateCaption(
        media,
        standing.id,
        { ...said, isDefault: said.isDefault || standing.isDefault },
        needs,
      );
    }
    return standing.id;
  }
  const captionId = `added-${needs.ids.next()}`;
  const file = `captions/${mediaId}/${captionId}.vtt`;
  const target = join(needs.paths.root, file);
  await keep(target, webVtt, media.title);
  const caption = { id: captionId, file, sizeBytes: Buffer.byteLength(webVtt) };
  try {
    await changeCaptions(mediaId, needs, (captions) => sayOfCaption(captions, caption, said));
  } catch (error) {
    await removeQuietly(target);
    throw error;
  }
  return captionId;
}

async function keep(target: string, webVtt: string, title: string): Promise<void> {
  const folder = dirname(target);
  try {
    await mkdir(folder, { recursive: true });
    await writeFileAtomically(target, webVtt);
  } catch (error) {
    const name = `captions of ${title}`;
    throw await explainLibraryWrite(error, { name, folder, again: 'add them again' });
  }
}

async function findSame(
  { captions }: Media,
  webVtt: string,
  wanted: Pick<CaptionWords, 'language' | 'kind'> & Pick<CaptionNeeds, 'paths'>,
): Promise<Caption | null> {
  const sizeBytes = Buffer.byteLength(webVtt);
  for (const caption of captions) {
    const alike = caption.language === wanted.language && caption.kind === wanted.kind;
    if (originOf(caption) !== 'person' || !alike || caption.sizeBytes !== sizeBytes) continue;
    const text = await readFile(join(wanted.paths.root, caption.file), 'utf8').catch(() => null);
    if (text === webVtt) return caption;
  }
  return null;
}

export type CaptionChanges = {
  readonly [Field in keyof CaptionWords]?: CaptionWords[Field] | undefined;
};

/** @throws AppError input/invalid for what its file or its master says of it, catalog/not-found */
export async function updateCaption(
  { id: mediaId }: Media,
  captionId: string,
  { isDefault, ...words }: CaptionChanges,
  needs: CaptionNeeds,
): Promise<void> {
  const language = words.language === undefined ? undefined : requireLanguage(words.language);
  await changeCaptions(mediaId, needs, (captions, media) => {
    const caption = requireCaption(media, captionId);
    if (Object.values(words).some((word) => word !== undefined)) requireAdded(caption);
    return sayOfCaption(captions, caption, {
      language: language === undefined ? caption.language : language,
      kind: words.kind ?? caption.kind,
      label: words.label ?? (isAutomaticLabel(caption.label, caption) ? '' : caption.label),
      isDefault: isDefault ?? caption.isDefault,
    });
  });
}

/** Answers with what they held. @throws AppError input/invalid for what comes from a file or from the master, catalog/not-found */
export async function removeCaption(
  media: Media,
  captionId: string,
  needs: CaptionNeeds,
): Promise<string> {
  const { file } = requireAdded(requireCaption(media, captionId));
  const path = join(needs.paths.root, file);
  // who removed the file by hand can still take its entry out
  const text = await readFile(path, 'utf8').catch(() => '');
  await changeCaptions(media.id, needs, (captions) =>
    captions.filter(({ id }) => id !== captionId),
  );
  await removeQuietly(path);
  return text;
}

async function changeCaptions(
  mediaId: string,
  { catalog, clock }: CaptionNeeds,
  change: (captions: readonly Caption[], media: Media) => readonly Caption[],
): Promise<void> {
  const isPatched = await patchMediaInTurn(catalog, mediaId, (media) => {
    const captions = change(media.captions, media);
    return { captions, ...choiceIn(captions, media), updatedAtMs: clock.now() };
  });
  if (!isPatched) requireRecord(catalog, 'media', mediaId);
}

/** Nothing where it is shown at first what was before, or where that was taken away. */
function choiceIn(captions: readonly Caption[], before: Media): Pick<Media, 'chosenCaption'> {
  const shown = before.captions.find(({ isDefault }) => isDefault)?.id;
  const isSame = shown === captions.find(({ isDefault }) => isDefault)?.id;
  const isGone = shown !== undefined && !captions.some(({ id }) => id === shown);
  return isSame || isGone ? {} : { chosenCaption: captionChoiceOf(captions) };
}

function requireLanguage(language: string | null): string | null {
  if (language === null || language.trim() === '') return null;
  const tag = languageTag(language);
  if (tag !== null) return tag;
  throw new AppError(
    'input/invalid',
    `“${language}” names no language. Give a code such as en, de or pt-BR.`,
    { details: { field: 'language' } },
  );
}

function requireCaption(media: Media, captionId: string): Caption {
  const caption = media.captions.find(({ id }) => id === captionId);
  if (caption !== undefined) return caption;
  throw new AppError('catalog/not-found', `“${media.title}” has no captions ${captionId}.`, {
    details: { captionId },
  });
}

function requireAdded(caption: Caption): Caption {
  const origin = originOf(caption);
  if (origin === 'person') return caption;
  const where =
    origin === 'track'
      ? 'are a track of the master and stay as it says'
      : `come from ${caption.sidecar?.path ?? 'a file beside the master'}; change, rename or remove that file`;
  throw new AppError('input/invalid', `The captions “${caption.label}” ${where}.`, {
    details: { captionId: caption.id },
  });
}
