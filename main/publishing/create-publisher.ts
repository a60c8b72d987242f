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

  async function open(targetId: string): Promise<PublishTarget> {
    const target = findTarget(catalog, targetId);
    await refuseLibraryFolder(target, paths.root);
    return target;
  }

  /** A link may have been bent since the target was saved. */
  async function openToWrite(targetId: string): Promise<PublishTarget> {
    const target = await open(targetId);
    await refuseOtherTargets(target, catalog.all('publishTargets').values());
    return target;
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
    async preview(request) {
      const target = await openToWrite(request.targetId);
      const wished = { ...target, ...request.as };
      return inTurn(target.path, () => preview(contextOf(wished, request), request.mediaIds));
    },
    async publish(request) {
      const target = await openToWrite(request.targetId);
      return inTurn(target.path, async () => {
        request.signal?.throwIfAborted();
        const context = contextOf(target, request);
        await createFolder(target, target.path);
        await context.index.refuseForeign();
        await sweep(target);
        return publishBatch(context, request.mediaIds, needs);
      });
    },
    async unpublish(targetId, mediaIds) {
      const target = await open(targetId);
      return inTurn(target.path, async () => {
        const wanted = new Set(mediaIds);
        const standing = publicationsOf(catalog, targetId).filter((each) =>
          wanted.has(each.mediaId),
        );
        const index = createTargetIndex(catalog, target);
        await index.refuseForeign();
        await unpublishMedia(standing, { catalog, target, index });
        return standing.length;
      });
    },
    async recover() {
      for (const target of [...catalog.all('publishTargets').values()])
        await inTurn(target.path, () => recoverTarget(target));
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
