import { pathToFileURL } from 'node:url';
import { AppError, reportError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { publicationId } from '../../core/publishing/publication-record.ts';
import { PAGE_NAME, publishedFolder } from '../../core/publishing/published-names.ts';
import { publishedPageUrl } from '../../core/publishing/published-urls.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Ids } from '../clock.ts';
import type { Events } from '../events.ts';
import { batchOrder } from './batch-order.ts';
import type { PublishingContext } from './prepare-publication.ts';
import { pathInTarget } from './publish-folder.ts';
import { publishMedia } from './publish-media.ts';
import type { LeftOut, PublishOutcome } from './publisher.ts';

export interface BatchNeeds {
  readonly events: Events;
  readonly ids: Ids;
}

/** One after the other; the target's index comes at the end, also after an abort. */
export async function publishBatch(
  context: PublishingContext,
  requested: readonly string[],
  { events, ids }: BatchNeeds,
): Promise<PublishOutcome> {
  const { catalog, target, signal } = context;
  const mediaIds = batchOrder(catalog, target.id, requested);
  const batchId = ids.next();
  const published: PublishOutcome['published'][number][] = [];
  const failed: LeftOut[] = [];
  const tell = (mediaId: string | null, done: boolean) =>
    events.emit({
      type: 'publish-progress',
      batchId,
      total: mediaIds.length,
      finished: published.length + failed.length,
      mediaId,
      done,
    });
  try {
    for (const mediaId of mediaIds) {
      signal?.throwIfAborted();
      tell(mediaId, false);
      try {
        await publishMedia(mediaId, context);
        published.push(outcomeOf(catalog, target, mediaId));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        failed.push({ mediaId, error: reportError(error) });
      }
    }
  } finally {
    if (published.length > 0) await context.index.write();
    tell(null, true);
  }
  return { batchId, published, failed };
}

function outcomeOf(catalog: Catalog, target: PublishTarget, mediaId: string) {
  const slug = catalog.get('publications', publicationId(target.id, mediaId))?.slug ?? '';
  const folder = pathInTarget(target, publishedFolder(slug));
  const page = pathInTarget(target, `${publishedFolder(slug)}/${PAGE_NAME}`);
  const pageUrl =
    target.baseUrl === '' ? pathToFileURL(page).href : publishedPageUrl(slug, target.baseUrl);
  return { mediaId, slug, folder, pageUrl };
}
