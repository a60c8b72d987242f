import { readdir, readFile } from 'node:fs/promises';
import { AppError } from '../../core/errors/app-error.ts';
import type { Publication, PublishTarget } from '../../core/model/library.ts';
import { type Manifest, manifestSchema } from '../../core/publishing/manifest.ts';
import {
  MANIFEST_NAME,
  MEDIA_FOLDER,
  PAGE_NAME,
  publishedFolder,
} from '../../core/publishing/published-names.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { createLimiter } from '../import/limiter.ts';
import { targetError } from './publish-errors.ts';
import { pathInTarget, readStamp } from './publish-folder.ts';

/** Ours have some ten kilobytes. */
const LARGEST_MANIFEST_BYTES = 4 * 1024 * 1024;

/** Listing is waiting, on a network drive above all. */
const FOLDERS_AT_ONCE = 8;

/** A media's folder with page and manifest in it. */
export interface StandingMedia {
  readonly manifest: Manifest;
  /** Names of the plain files beside it. */
  readonly files: ReadonlySet<string>;
}

/** What a target's folders hold. Each is looked into once, since in one turn only the publisher writes there. */
export interface StandingMediaReader {
  /** Names of the plain files in a publication's folder; null: it cannot be looked into now. */
  filesOf(publication: Publication): Promise<ReadonlySet<string> | null>;
  /**
   * What was published into folders other than these, by an AVlogue that no longer knows of it or by another
   * one. Where a manifest names another folder, somebody else put it there; links are not followed.
   */
  unclaimed(claimed: ReadonlySet<string>): Promise<readonly StandingMedia[]>;
}

export function createStandingMediaReader(target: PublishTarget): StandingMediaReader {
  const limiter = createLimiter(FOLDERS_AT_ONCE);
  /** What publishing changes in a folder gives it another record. */
  const files = new WeakMap<Publication, Promise<ReadonlySet<string> | null>>();
  const unclaimed = new Map<string, Promise<StandingMedia | null>>();
  return {
    filesOf(publication) {
      const folder = publishedFolder(publication.slug);
      const known =
        files.get(publication) ?? limiter.run(() => ifReadable(() => readFolder(target, folder)));
      files.set(publication, known);
      return known;
    },
    async unclaimed(claimed) {
      const folders = (await entriesOf(target, MEDIA_FOLDER))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${MEDIA_FOLDER}/${name}`);
      const found = folders.map((folder) => {
        if (claimed.has(folder)) return null;
        const known = unclaimed.get(folder) ?? limiter.run(() => readStandingMedia(target, folder));
        unclaimed.set(folder, known);
        return known;
      });
      return (await Promise.all(found)).filter((each) => each !== null);
    },
  };
}

async function readFolder(target: PublishTarget, folder: string): Promise<ReadonlySet<string>> {
  const entries = await entriesOf(target, folder);
  return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
}

/** Whether a visitor can be led there. */
export function hasPage(files: ReadonlySet<string>): boolean {
  return files.has(PAGE_NAME) && files.has(MANIFEST_NAME);
}

function readStandingMedia(target: PublishTarget, folder: string): Promise<StandingMedia | null> {
  return ifReadable(async () => {
    const files = await readFolder(target, folder);
    const manifest = hasPage(files) ? await readManifest(target, folder) : null;
    const isThere = manifest !== null && publishedFolder(manifest.slug) === folder;
    return isThere ? { manifest, files } : null;
  });
}

/** One folder that cannot be read must not keep the gallery of all others from being written. */
async function ifReadable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** null: none, or not one of ours. @throws AppError publish/target-unwritable */
export async function readManifest(
  target: PublishTarget,
  folder: string,
): Promise<Manifest | null> {
  const path = pathInTarget(target, `${folder}/${MANIFEST_NAME}`);
  try {
    const stamp = await readStamp(path);
    if (stamp === null || !stamp.regular || stamp.sizeBytes > LARGEST_MANIFEST_BYTES) return null;
    return parseManifest(await readFile(path, 'utf8'));
  } catch (error) {
    throw await targetError(error, target);
  }
}

function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function entriesOf(target: PublishTarget, folder: string) {
  try {
    return await readdir(pathInTarget(target, folder), { withFileTypes: true });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return [];
    throw await targetError(error, target);
  }
}
