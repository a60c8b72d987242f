import { claimedFolders } from '../../core/publishing/claimed-folders.ts';
import { type Move, orderMoves } from '../../core/publishing/order-moves.ts';
import { publicationId } from '../../core/publishing/publication-record.ts';
import { publishedFolder } from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** A media whose address changed makes way for another that takes its old one. Each comes once. */
export function batchOrder(
  catalog: Catalog,
  targetId: string,
  mediaIds: readonly string[],
): readonly string[] {
  const moves = [...new Set(mediaIds)].map((mediaId): Move => {
    const standing = catalog.get('publications', publicationId(targetId, mediaId));
    const media = catalog.get('media', mediaId);
    return {
      mediaId,
      from: standing === undefined ? new Set() : claimedFolders(standing),
      to: media === undefined ? null : publishedFolder(media.slug),
    };
  });
  return orderMoves(moves);
}
