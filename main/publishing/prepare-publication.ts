import { FILE_PLACES } from '../../core/model/file-places.ts';
import type { Publication, PublishedFile, PublishTarget } from '../../core/model/library.ts';
import { type PublicationPlan, planPublication } from '../../core/publishing/plan-publication.ts';
import { publicationId } from '../../core/publishing/publication-record.ts';
import {
  MANIFEST_NAME,
  PAGE_NAME,
  publishedFolder,
} from '../../core/publishing/published-names.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { findReplaced, ownedFiles } from './find-replaced.ts';
import { type GatheredPublication, gatherPublication } from './gather-publication.ts';
import type { PublicationClaims } from './publication-claims.ts';
import { readPublicationState } from './read-publication-state.ts';
import { readManifest } from './standing-media.ts';
import type { TargetIndex } from './target-index.ts';

export interface PublishingContext {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly target: PublishTarget;
  readonly index: TargetIndex;
  readonly claims: PublicationClaims;
  readonly options: Partial<SnippetOptions>;
  readonly signal: AbortSignal | undefined;
}

/** Everything that is known before the first write. */
export interface Prepared extends GatheredPublication {
  readonly id: string;
  readonly standing: Publication | undefined;
  /** Of media that left the library, in the folder that this one takes. */
  readonly replaced: readonly Publication[];
  /** What the catalog records of all these. */
  readonly owned: readonly PublishedFile[];
  readonly plan: PublicationPlan;
  readonly wantedSha256: ReadonlyMap<string, string | null>;
}

/**
 * Looks and decides; nothing is written. `madeWay`: media that will have left their folders by then.
 * @throws AppError publish/folder-taken and those of gathering and reading
 */
export async function preparePublication(
  mediaId: string,
  context: PublishingContext,
  madeWay: ReadonlySet<string> = new Set(),
): Promise<Prepared> {
  const { catalog, target, options, signal } = context;
  const gathered = gatherPublication(context, target, { mediaId, options });
  const id = publicationId(target.id, mediaId);
  const standing = catalog.get('publications', id);
  const replaced = findReplaced(gathered.media, context, madeWay);
  const owned = ownedFiles([...replaced, ...(standing === undefined ? [] : [standing])], context);
  const isKnown = standing !== undefined || replaced.length > 0;
  const recorded = isKnown ? owned : await adoptable(target, gathered);
  const state = await readPublicationState(target, gathered, { recorded, signal });
  const wantedSha256 = new Map(state.wanted.map(({ file, sha256 }) => [file, sha256]));
  const plan = planPublication(state);
  return { ...gathered, id, standing, replaced, owned, plan, wantedSha256 };
}

/** A folder whose manifest names the same master was published by an AVlogue that forgot about it. */
async function adoptable(
  target: PublishTarget,
  { media }: GatheredPublication,
): Promise<readonly PublishedFile[]> {
  const manifest = await readManifest(target, publishedFolder(media.slug));
  if (manifest === null || manifest.masterSha256 !== media.master.sha256) return [];
  const names = [
    ...manifest.renditions.map(({ file }) => file),
    ...manifest.captions.map(({ file }) => file),
    ...(manifest.poster === null ? [] : [manifest.poster.file]),
    MANIFEST_NAME,
    PAGE_NAME,
  ];
  const folder = publishedFolder(media.slug);
  return names
    .map((name) => ({ file: `${folder}/${name}`, sizeBytes: 0, sha256: '' }))
    .filter(({ file }) => FILE_PLACES.published.test(file));
}
