import { mergeFiles } from '../../core/publishing/publication-record.ts';
import { publishedFolder } from '../../core/publishing/published-names.ts';
import { replaceFile } from '../files/replace-file.ts';
import {
  type Prepared,
  type PublishingContext,
  preparePublication,
} from './prepare-publication.ts';
import { foreignFiles, targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';
import { finalFiles, recordIntent, recordPublication, sameFiles } from './record-publication.ts';
import { removeEmptyFolder, removePublished } from './remove-published.ts';
import { dropStaged, type StagedFile, stageFiles } from './stage-files.ts';

/**
 * Brings one media's folder up to date: all new files are written beside the old ones, then take their
 * names, the page last; what is no longer wanted goes at the end. The catalog records every name before
 * it is used, so that after a crash nothing of ours looks foreign.
 * @throws AppError publish/foreign-files, publish/folder-taken and those of gathering, staging and the catalog
 */
export async function publishMedia(mediaId: string, context: PublishingContext): Promise<void> {
  const prepared = await preparePublication(mediaId, context);
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
    const { standing, replaced } = prepared;
    if (standing === undefined && replaced.length === 0) await withdraw(placed, prepared, context);
    throw await targetError(error, context.target);
  }
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
  const { plan, standing, replaced, owned, media } = prepared;
  const files = finalFiles(staged, prepared);
  const removed = plan.steps.filter(({ action }) => action === 'remove').map(nameOf);
  const isSettled = staged.length === 0 && removed.length === 0 && replaced.length === 0;
  if (isSettled && sameFiles(standing, files)) return;
  const leaving = owned.filter(({ file }) => removed.includes(file));
  await recordPublication(mergeFiles(files, leaving), prepared, context);
  if (removed.length === 0) return;
  // the old folder may only go when the gallery leads to the new one
  const before = [...replaced, ...(standing === undefined ? [] : [standing])];
  if (before.some(({ slug }) => slug !== media.slug)) await context.index.write();
  await removePublished(context.target, removed);
  await recordPublication(files, prepared, context);
}

function nameOf({ file }: { readonly file: string }): string {
  return file;
}
