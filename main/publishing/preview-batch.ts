import { AppError, reportError } from '../../core/errors/app-error.ts';
import { bytesToWrite, type PublishStep } from '../../core/publishing/plan-publication.ts';
import { batchOrder } from './batch-order.ts';
import { type PublishingContext, preparePublication } from './prepare-publication.ts';
import type { LeftOut, PublishPreview } from './publisher.ts';

/** What `publishBatch` would do, in its order. @throws AppError when not one of the media can be published */
export async function previewBatch(
  context: PublishingContext,
  mediaIds: readonly string[],
): Promise<PublishPreview> {
  const steps: PublishStep[] = [];
  const ready = new Set<string>();
  const failed: LeftOut[] = [];
  let first: AppError | null = null;
  for (const mediaId of batchOrder(context.catalog, context.target.id, mediaIds)) {
    context.signal?.throwIfAborted();
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
