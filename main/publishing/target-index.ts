import { readFile } from 'node:fs/promises';
import type { Publication, PublishTarget } from '../../core/model/library.ts';
import { buildGalleryPage } from '../../core/publishing/build-gallery-page.ts';
import { type Manifest, manifestSchema } from '../../core/publishing/manifest.ts';
import { isOwnPage } from '../../core/publishing/page.ts';
import type { PublishStep } from '../../core/publishing/plan-publication.ts';
import {
  buildIndex,
  type IndexedMedia,
  publishedIndexSchema,
} from '../../core/publishing/published-index.ts';
import {
  GALLERY_NAME,
  INDEX_NAME,
  MANIFEST_NAME,
  POSTER_NAME,
  publishedFolder,
} from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { foreignFiles, targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';

/** `index.json` and `index.html` of a target: what stands there, as the catalog records it. */
export interface TargetIndex {
  /** @throws AppError publish/foreign-files when either is not AVlogue's */
  refuseForeign(): Promise<void>;
  /** What writing would do, with these media published besides. */
  preview(mediaIds: readonly string[]): Promise<readonly PublishStep[]>;
  /** Writes what differs. @throws AppError publish/foreign-files, publish/target-unwritable, publish/disk-full */
  write(): Promise<void>;
}

export function createTargetIndex(catalog: Catalog, target: PublishTarget): TargetIndex {
  async function differing(mediaIds: readonly string[]) {
    const texts = await buildTexts(catalog, target, mediaIds);
    const standing = await Promise.all(texts.map(({ file }) => readText(target, file)));
    return texts.map((text, index) => ({ ...text, standing: standing[index] ?? null }));
  }

  return {
    async refuseForeign() {
      const standing = await Promise.all(ROOT_FILES.map((file) => readText(target, file)));
      refuseForeignTexts(target, standing);
    },
    async preview(mediaIds) {
      return (await differing(mediaIds)).map(({ file, text, standing }) => ({
        file,
        action: standing === null ? 'add' : standing === text ? 'keep' : 'replace',
        sizeBytes: Buffer.byteLength(text),
      }));
    },
    async write() {
      const texts = await differing([]);
      refuseForeignTexts(
        target,
        texts.map(({ standing }) => standing),
      );
      for (const { file, text, standing } of texts) {
        if (text === standing) continue;
        try {
          await writeFileAtomically(pathInTarget(target, file), text);
        } catch (error) {
          throw await targetError(error, target);
        }
      }
    },
  };
}

const ROOT_FILES = [INDEX_NAME, GALLERY_NAME] as const;

/** Texts in the order of `ROOT_FILES`; null: not there. */
function refuseForeignTexts(target: PublishTarget, standing: readonly (string | null)[]): void {
  const [json = null, html = null] = standing;
  const foreign = [
    ...(json === null || isOwnIndex(json) ? [] : [INDEX_NAME]),
    ...(html === null || isOwnPage(html) ? [] : [GALLERY_NAME]),
  ];
  if (foreign.length > 0) throw foreignFiles(target, foreign);
}

async function buildTexts(catalog: Catalog, target: PublishTarget, mediaIds: readonly string[]) {
  const standing = [...catalog.all('publications').values()].filter(
    ({ targetId, publishedAtMs, mediaId }) =>
      targetId === target.id && publishedAtMs > 0 && !mediaIds.includes(mediaId),
  );
  const entries = await Promise.all(standing.map((each) => indexed(catalog, target, each)));
  const coming = mediaIds.map((id) => mediaEntry(catalog, id, null));
  const index = buildIndex(
    { title: target.name, language: target.language },
    [...entries, ...coming].filter((entry) => entry !== null),
  );
  return [
    { file: INDEX_NAME, text: `${JSON.stringify(index, null, 2)}\n` },
    { file: GALLERY_NAME, text: buildGalleryPage(index) },
  ];
}

/** Media that left the library are described by their manifest; without that there is no page to link to. */
async function indexed(
  catalog: Catalog,
  target: PublishTarget,
  publication: Publication,
): Promise<IndexedMedia | null> {
  const known = mediaEntry(catalog, publication.mediaId, publication);
  if (known !== null) return known;
  const manifest = await readManifest(target, publication.slug);
  if (manifest === null) return null;
  const { slug, kind, title, description, durationSeconds, addedAt, poster } = manifest;
  return { slug, kind, title, description, durationSeconds, addedAt, hasPoster: poster !== null };
}

function mediaEntry(
  catalog: Catalog,
  mediaId: string,
  publication: Publication | null,
): IndexedMedia | null {
  const media = catalog.get('media', mediaId);
  if (media === undefined) return null;
  const { kind, title, description, info } = media;
  const poster = `${publishedFolder(publication?.slug ?? media.slug)}/${POSTER_NAME}`;
  return {
    slug: publication?.slug ?? media.slug,
    kind,
    title,
    description,
    durationSeconds: info.durationSeconds,
    addedAt: new Date(media.createdAtMs).toISOString(),
    hasPoster:
      publication === null
        ? media.poster !== null
        : publication.files.some(({ file }) => file === poster),
  };
}

/** null: none, or not one of ours. */
export async function readManifest(target: PublishTarget, slug: string): Promise<Manifest | null> {
  const text = await readText(target, `${publishedFolder(slug)}/${MANIFEST_NAME}`);
  const parsed = manifestSchema.safeParse(text === null ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

async function readText(target: PublishTarget, file: string): Promise<string | null> {
  try {
    return await readFile(pathInTarget(target, file), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return null;
    throw await targetError(error, target);
  }
}

function isOwnIndex(text: string): boolean {
  return publishedIndexSchema.pick({ avlogue: true }).safeParse(parseJson(text)).success;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
