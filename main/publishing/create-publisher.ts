import { AppError, reportError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { bytesToWrite, type PublishStep } from '../../core/publishing/plan-publication.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { Events } from '../events.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { batchOrder } from './batch-order.ts';
import { createTurns } from './in-turn.ts';
import { type PublishingContext, preparePublication } from './prepare-publication.ts';
import { createPublicationClaims, publicationsOf } from './publication-claims.ts';
import { publishBatch } from './publish-batch.ts';
import { targetError } from './publish-errors.ts';
import { createFolder, readStamp } from './publish-folder.ts';
import type { LeftOut, Publisher, PublishPreview, PublishRequest } from './publisher.ts';
import { relocateTarget } from './relocate-target.ts';
import { refuseLibraryFolder, refuseOtherTargets } from './separate-folders.ts';
import { sweepTarget } from './sweep-target.ts';
import { createTargetIndex } from './target-index.ts';
import { unpublishMedia } from './unpublish-media.ts';

export interface PublisherNeeds {
  readonly catalog: Catalog;
  readonly paths: LibraryPaths;
  readonly events: Events;
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createPublisher(needs: PublisherNeeds): Publisher {
  const { catalog, paths } = needs;
  const inTurn = createTurns();
  /** Targets that were looked over since the start; later nobody else leaves things there. */
  const swept = new Set<string>();

  /** Hands over the target as it is when its turn has come: it may have been saved or removed meanwhile. */
  async function onTarget<T>(
    targetId: string,
    work: (target: PublishTarget) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      const { path } = findTarget(catalog, targetId);
      const done = await inTurn(path, async () => {
        const target = findTarget(catalog, targetId);
        return target.path === path ? { result: await work(target) } : null;
      });
      if (done !== null) return done.result;
    }
  }

  /** A link may have been bent since the target was saved. */
  async function refuseBent(target: PublishTarget): Promise<void> {
    await refuseLibraryFolder(target, paths.root);
    await refuseOtherTargets(target, catalog.all('publishTargets').values());
  }

  function contextOf(target: PublishTarget, request: Omit<PublishRequest, 'targetId'>) {
    const index = createTargetIndex(catalog, target);
    const claims = createPublicationClaims(catalog, target.id);
    return { ...needs, target, index, claims, options: request.options, signal: request.signal };
  }

  async function sweep(target: PublishTarget): Promise<void> {
    if (swept.has(target.id)) return;
    await sweepTarget(target);
    const leftOver = publicationsOf(catalog, target.id).filter((each) => each.publishedAtMs === 0);
    await unpublishMedia(leftOver, { catalog, target, index: createTargetIndex(catalog, target) });
    swept.add(target.id);
  }

  /** A target that is away or read-only must not keep the rest from starting. */
  async function recoverTarget(target: PublishTarget): Promise<void> {
    try {
      if ((await readStamp(target.path)) !== null) await sweep(target);
    } catch (error) {
      if (!(error instanceof AppError) && errorCodeOf(error) === null) throw error;
      const { code, message, details } = reportError(await targetError(error, target));
      needs.events.emit({ type: 'notice', level: 'warning', code, details, message });
    }
  }

  return {
    preview: (request) =>
      onTarget(request.targetId, async (target) => {
        await refuseBent(target);
        const wished = { ...target, ...request.as };
        return preview(contextOf(wished, request), request.mediaIds);
      }),
    publish: (request) =>
      onTarget(request.targetId, async (target) => {
        request.signal?.throwIfAborted();
        await refuseBent(target);
        const context = contextOf(target, request);
        await createFolder(target, target.path);
        await context.index.refuseForeign();
        await sweep(target);
        return publishBatch(context, request.mediaIds, needs);
      }),
    unpublish: (targetId, mediaIds) =>
      onTarget(targetId, async (target) => {
        await refuseLibraryFolder(target, paths.root);
        const wanted = new Set(mediaIds);
        const standing = publicationsOf(catalog, targetId).filter((each) =>
          wanted.has(each.mediaId),
        );
        const index = createTargetIndex(catalog, target);
        await index.refuseForeign();
        await unpublishMedia(standing, { catalog, target, index });
        return standing.length;
      }),
    relocate: (target) =>
      onTarget(target.id, async () => {
        await relocateTarget(catalog, target);
        swept.delete(target.id);
      }),
    async recover() {
      for (const { id } of [...catalog.all('publishTargets').values()])
        if (catalog.get('publishTargets', id) !== undefined) await onTarget(id, recoverTarget);
    },
  };
}

async function preview(
  context: PublishingContext,
  mediaIds: readonly string[],
): Promise<PublishPreview> {
  const steps: PublishStep[] = [];
  const ready = new Set<string>();
  const failed: LeftOut[] = [];
  let first: AppError | null = null;
  for (const mediaId of batchOrder(context.catalog, context.target.id, mediaIds)) {
    try {
      steps.push(...(await preparePublication(mediaId, context, ready)).plan.steps);
      ready.add(mediaId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      first ??= error;
      failed.push({ mediaId, error: reportError(error) });
    }
  }
  if (first !== null && ready.size === 0) throw first;
  steps.push(...(await context.index.preview([...ready])));
  return { steps, bytesToWrite: bytesToWrite(steps), failed };
}

function findTarget(catalog: Catalog, targetId: string): PublishTarget {
  const target = catalog.get('publishTargets', targetId);
  if (target !== undefined) return target;
  throw new AppError('catalog/not-found', `There is no publish target ${targetId}.`, {
    details: { targetId },
  });
}
