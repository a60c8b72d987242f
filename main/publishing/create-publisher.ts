import { AppError, reportError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { Events } from '../events.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { createTurns } from './in-turn.ts';
import { previewBatch } from './preview-batch.ts';
import { createPublicationClaims, publicationsOf } from './publication-claims.ts';
import { publishBatch } from './publish-batch.ts';
import { interrupted, targetError } from './publish-errors.ts';
import { createFolder, readStamp } from './publish-folder.ts';
import type { Publisher, PublishRequest } from './publisher.ts';
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
  const ending = new AbortController();
  const running = new Set<Promise<unknown>>();
  /** Targets that were looked over since the start; later nobody else leaves things there. */
  const swept = new Set<string>();

  /** All work goes through here, so that stopping ends it and waits for it. */
  async function onTarget<T>(
    targetId: string,
    work: (target: PublishTarget) => Promise<T>,
  ): Promise<T> {
    const done = whenItIsItsTurn(targetId, work);
    running.add(done);
    try {
      return await done;
    } catch (error) {
      throw ending.signal.aborted && isAbort(error) ? interrupted(error) : error;
    } finally {
      running.delete(done);
    }
  }

  /** Hands over the target as it is then: it may have been saved or removed meanwhile. */
  async function whenItIsItsTurn<T>(
    targetId: string,
    work: (target: PublishTarget) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      ending.signal.throwIfAborted();
      const { path } = findTarget(catalog, targetId);
      const done = await inTurn(path, async () => {
        ending.signal.throwIfAborted();
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
    const signals = [ending.signal, ...(request.signal === undefined ? [] : [request.signal])];
    const signal = AbortSignal.any(signals);
    return { ...needs, target, index, claims, options: request.options, signal };
  }

  function unpublishing(target: PublishTarget) {
    const index = createTargetIndex(catalog, target);
    return { catalog, target, index, signal: ending.signal };
  }

  async function sweep(target: PublishTarget): Promise<void> {
    if (swept.has(target.id)) return;
    await sweepTarget(target);
    const leftOver = publicationsOf(catalog, target.id).filter((each) => each.publishedAtMs === 0);
    await unpublishMedia(leftOver, unpublishing(target));
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
        return previewBatch(contextOf(wished, request), request.mediaIds);
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
        const context = unpublishing(target);
        await context.index.refuseForeign();
        await unpublishMedia(standing, context);
        return standing.length;
      }),
    whileIdle: (targetId, work) =>
      onTarget(targetId, async () => {
        swept.delete(targetId);
        return work();
      }),
    async recover() {
      for (const { id } of [...catalog.all('publishTargets').values()])
        if (catalog.get('publishTargets', id) !== undefined) await onTarget(id, recoverTarget);
    },
    async stop() {
      ending.abort();
      await Promise.allSettled(running);
    },
  };
}

function findTarget(catalog: Catalog, targetId: string): PublishTarget {
  const target = catalog.get('publishTargets', targetId);
  if (target !== undefined) return target;
  throw new AppError('catalog/not-found', `There is no publish target ${targetId}.`, {
    details: { targetId },
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
