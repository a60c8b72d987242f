import type { Publication, PublishedFile, PublishTarget } from '../../core/model/library.ts';
import { type PublicationPlan, planPublication } from '../../core/publishing/plan-publication.ts';
import {
  MANIFEST_NAME,
  PAGE_NAME,
  publishedFolder,
} from '../../core/publishing/published-names.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { type GatheredPublication, gatherPublication } from './gather-publication.ts';
import { foreignFiles, targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';
import { readPublicationState } from './read-publication-state.ts';
import { removeEmptyFolder, removePublished } from './remove-published.ts';
import { dropStaged, type StagedFile, stageFiles } from './stage-files.ts';
import { readManifest, type TargetIndex } from './target-index.ts';

export interface PublishingContext {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly target: PublishTarget;
  readonly index: TargetIndex;
  readonly options: Partial<SnippetOptions>;
  readonly signal: AbortSignal | undefined;
}

/** Everything that is known before the first write. */
interface Prepared extends GatheredPublication {
  readonly id: string;
  readonly standing: Publication | undefined;
  readonly plan: PublicationPlan;
  readonly wantedSha256: ReadonlyMap<string, string | null>;
}

/**
 * Brings one media's folder up to date: all new files are written beside the old ones, then take their
 * names, the page last; what is no longer wanted goes at the end. The catalog records every name before
 * it is used, so that after a crash nothing of ours looks foreign.
 * @throws AppError publish/foreign-files and those of gathering, staging and the catalog
 */
export async function publishMedia(mediaId: string, context: PublishingContext): Promise<void> {
  const prepared = await prepareMedia(mediaId, context);
  const { plan, media } = prepared;
  if (plan.foreign.length > 0) throw foreignFiles(context.target, plan.foreign);
  const changing = new Set(
    plan.steps.filter(({ action }) => action === 'add' || action === 'replace').map(nameOf),
  );
  const pieces = prepared.pieces.filter(({ file }) => changing.has(file));
  try {
    const title = media.title;
    const staged = await stageFiles(pieces, { ...context, title });
    await place(staged, prepared, context);
    await settle(staged, prepared, context);
  } catch (error) {
    await removeEmptyFolder(pathInTarget(context.target, publishedFolder(media.slug)));
    throw error;
  }
}

/** @throws as `publishMedia`, but for foreign files, which are named in the plan */
export async function planMediaPublication(
  mediaId: string,
  context: PublishingContext,
): Promise<PublicationPlan> {
  return (await prepareMedia(mediaId, context)).plan;
}

async function prepareMedia(mediaId: string, context: PublishingContext): Promise<Prepared> {
  const { catalog, target, options } = context;
  const gathered = gatherPublication(context, target, { mediaId, options });
  const id = `${target.id}.${mediaId}`;
  const standing = catalog.get('publications', id);
  const recorded = standing?.files ?? (await adoptable(target, gathered));
  const state = await readPublicationState(target, gathered, recorded);
  const wantedSha256 = new Map(state.wanted.map(({ file, sha256 }) => [file, sha256]));
  return { ...gathered, id, standing, plan: planPublication(state), wantedSha256 };
}

/** A folder whose manifest names the same master was published by an AVlogue that forgot about it. */
async function adoptable(
  target: PublishTarget,
  { media }: GatheredPublication,
): Promise<readonly PublishedFile[]> {
  const manifest = await readManifest(target, media.slug);
  if (manifest === null || manifest.masterSha256 !== media.master.sha256) return [];
  const names = [
    ...manifest.renditions.map(nameOf),
    ...manifest.captions.map(nameOf),
    ...(manifest.poster === null ? [] : [manifest.poster.file]),
    MANIFEST_NAME,
    PAGE_NAME,
  ];
  const folder = publishedFolder(media.slug);
  return names
    .filter((name) => !/[/\\]/.test(name) && name !== '..')
    .map((name) => ({ file: `${folder}/${name}`, sizeBytes: 0, sha256: '' }));
}

/** Gives the staged files their names. */
async function place(
  staged: readonly StagedFile[],
  prepared: Prepared,
  context: PublishingContext,
): Promise<void> {
  const placed: StagedFile[] = [];
  try {
    if (staged.length > 0) await recordIntent(staged, prepared, context);
    for (const file of staged) {
      await replaceFile(file.temporary, file.final);
      placed.push(file);
    }
  } catch (error) {
    await dropStaged(staged);
    if (prepared.standing === undefined) await withdraw(placed, prepared, context);
    throw targetError(error, context.target);
  }
}

/** `publishedAtMs` 0: nothing that a visitor could be led to stands there yet. */
async function recordIntent(
  staged: readonly StagedFile[],
  { id, media, standing }: Prepared,
  { catalog, target }: PublishingContext,
): Promise<void> {
  const files = merge(standing?.files ?? [], staged);
  const sameNames = files.length === (standing?.files ?? []).length;
  if (standing !== undefined && sameNames) return;
  await catalog.commit([
    {
      type: 'put',
      collection: 'publications',
      record: {
        id,
        targetId: target.id,
        mediaId: media.id,
        slug: standing?.slug ?? media.slug,
        files,
        publishedAtMs: standing?.publishedAtMs ?? 0,
      },
    },
  ]);
}

/** A first publication that could not be finished leaves nothing behind. */
async function withdraw(
  placed: readonly StagedFile[],
  { id }: Prepared,
  { catalog, target }: PublishingContext,
): Promise<void> {
  if (catalog.get('publications', id) === undefined) return;
  await removePublished(target, placed.map(nameOf));
  await catalog.commit([{ type: 'remove', collection: 'publications', id }]);
}

/** Records what stands now, then removes what is not wanted any more. */
async function settle(
  staged: readonly StagedFile[],
  prepared: Prepared,
  context: PublishingContext,
): Promise<void> {
  const { plan, standing, media } = prepared;
  const files = finalFiles(staged, prepared);
  const removed = plan.steps.filter(({ action }) => action === 'remove').map(nameOf);
  if (staged.length === 0 && removed.length === 0 && sameFiles(standing, files)) return;
  const leaving = (standing?.files ?? []).filter(({ file }) => removed.includes(file));
  await record(merge(files, leaving), prepared, context);
  if (removed.length === 0) return;
  // the old folder may only go when the gallery leads to the new one
  if (standing !== undefined && standing.slug !== media.slug) await context.index.write();
  await removePublished(context.target, removed);
  await record(files, prepared, context);
}

async function record(
  files: readonly PublishedFile[],
  { id, media }: Prepared,
  { catalog, clock, target }: PublishingContext,
): Promise<void> {
  await catalog.commit([
    {
      type: 'put',
      collection: 'publications',
      record: {
        id,
        targetId: target.id,
        mediaId: media.id,
        slug: media.slug,
        files,
        publishedAtMs: clock.now(),
      },
    },
  ]);
}

function finalFiles(
  staged: readonly StagedFile[],
  { plan, wantedSha256 }: Prepared,
): readonly PublishedFile[] {
  const written = new Map(staged.map((file) => [file.file, file]));
  return plan.steps.flatMap(({ file, action, sizeBytes }) => {
    if (action === 'remove') return [];
    const sha256 = written.get(file)?.sha256 ?? wantedSha256.get(file) ?? '';
    return { file, sizeBytes: written.get(file)?.sizeBytes ?? sizeBytes, sha256 };
  });
}

/** The later record of a name counts. */
function merge(
  first: readonly PublishedFile[],
  second: readonly PublishedFile[],
): readonly PublishedFile[] {
  const records = [...first, ...second].map(({ file, sizeBytes, sha256 }) => ({
    file,
    sizeBytes,
    sha256,
  }));
  return [...new Map(records.map((each) => [each.file, each])).values()];
}

function sameFiles(standing: Publication | undefined, files: readonly PublishedFile[]): boolean {
  const there = new Map(standing?.files.map(({ file, sha256 }) => [file, sha256]));
  return (
    standing !== undefined &&
    standing.publishedAtMs > 0 &&
    there.size === files.length &&
    files.every(({ file, sha256 }) => there.get(file) === sha256)
  );
}

function nameOf({ file }: { readonly file: string }): string {
  return file;
}
