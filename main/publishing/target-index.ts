import { readFile } from 'node:fs/promises';
import type { Publication, PublishTarget } from '../../core/model/library.ts';
import type { Media } from '../../core/model/media.ts';
import { buildGalleryPage } from '../../core/publishing/build-gallery-page.ts';
import { claimedFolders } from '../../core/publishing/claimed-folders.ts';
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
  POSTER_NAME,
  publishedFolder,
} from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { publicationsOf } from './publication-claims.ts';
import { foreignFiles, targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';
import {
  createStandingMediaReader,
  hasPage,
  readManifest,
  type StandingMedia,
  type StandingMediaReader,
} from './standing-media.ts';

/** `index.json` and `index.html` of a target: what stands there, of the catalog's records and besides. */
export interface TargetIndex {
  /** @throws AppError publish/foreign-files when either is not AVlogue's */
  refuseForeign(): Promise<void>;
  /** What writing would do, with these media published besides. */
  preview(mediaIds: readonly string[]): Promise<readonly PublishStep[]>;
  /** Writes what differs. @throws AppError publish/foreign-files, publish/target-unwritable, publish/disk-full */
  write(): Promise<void>;
}

export function createTargetIndex(catalog: Catalog, target: PublishTarget): TargetIndex {
  const context = { catalog, target, standing: createStandingMediaReader(target) };

  async function differing(mediaIds: readonly string[]) {
    const texts = await buildTexts(context, mediaIds);
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

interface IndexContext {
  readonly catalog: Catalog;
  readonly target: PublishTarget;
  readonly standing: StandingMediaReader;
}

async function buildTexts(context: IndexContext, mediaIds: readonly string[]) {
  const { catalog, target } = context;
  const coming = mediaIds.flatMap((id) => catalog.get('media', id) ?? []).map(comingEntry);
  const standing = await standingEntries(context, new Set(mediaIds));
  const index = buildIndex({ title: target.name, language: target.language }, [
    ...standing,
    ...coming,
  ]);
  return [
    { file: INDEX_NAME, text: `${JSON.stringify(index, null, 2)}\n` },
    { file: GALLERY_NAME, text: buildGalleryPage(index) },
  ];
}

/** What the catalog records, if it still stands, and what else stands there; media of the library come last. */
async function standingEntries(
  context: IndexContext,
  without: ReadonlySet<string>,
): Promise<readonly IndexedMedia[]> {
  const { catalog, target, standing } = context;
  const publications = publicationsOf(catalog, target.id);
  const claimed = new Set(publications.flatMap((each) => [...claimedFolders(each)]));
  const unclaimed = (await standing.unclaimed(claimed)).map(unknownEntry);
  const listed = publications.filter(
    ({ publishedAtMs, mediaId }) => publishedAtMs > 0 && !without.has(mediaId),
  );
  const isKnown = ({ mediaId }: Publication) => catalog.get('media', mediaId) !== undefined;
  const sorted = listed.toSorted((a, b) => Number(isKnown(a)) - Number(isKnown(b)));
  const recorded = await Promise.all(sorted.map((each) => recordedEntry(each, context)));
  return [...unclaimed, ...recorded.filter((entry) => entry !== null)];
}

/** Media that left the library are described by their manifest. null: there is no page to link to. */
async function recordedEntry(
  publication: Publication,
  { catalog, target, standing }: IndexContext,
): Promise<IndexedMedia | null> {
  const { slug, mediaId } = publication;
  const files = (await standing.filesOf(publication)) ?? recordedNames(publication);
  if (!hasPage(files)) return null;
  const media = catalog.get('media', mediaId);
  if (media !== undefined)
    return { ...comingEntry(media), slug, hasPoster: files.has(POSTER_NAME) };
  const manifest = await readManifest(target, publishedFolder(slug));
  return manifest === null ? null : { ...unknownEntry({ manifest, files }), slug };
}

function recordedNames({ slug, files }: Publication): ReadonlySet<string> {
  const folder = `${publishedFolder(slug)}/`;
  return new Set(files.map(({ file }) => file.replace(folder, '')));
}

function unknownEntry({ manifest, files }: StandingMedia): IndexedMedia {
  const { slug, kind, title, description, durationSeconds, addedAt, poster } = manifest;
  const hasPoster = poster !== null && files.has(POSTER_NAME);
  return { slug, kind, title, description, durationSeconds, addedAt, hasPoster };
}

function comingEntry({ slug, kind, title, description, info, createdAtMs, poster }: Media) {
  const { durationSeconds } = info;
  const addedAt = new Date(createdAtMs).toISOString();
  return { slug, kind, title, description, durationSeconds, addedAt, hasPoster: poster !== null };
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
