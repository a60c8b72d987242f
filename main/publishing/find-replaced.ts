import type { Publication, PublishedFile, PublishTarget } from '../../core/model/library.ts';
import type { Media } from '../../core/model/media.ts';
import { claimedFiles, claimedFolders } from '../../core/publishing/claimed-folders.ts';
import { mergeFiles, publicationId } from '../../core/publishing/publication-record.ts';
import { publishedFolder } from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { PublicationClaims } from './publication-claims.ts';
import { folderTaken } from './publish-errors.ts';

interface ClaimsContext {
  readonly catalog: Catalog;
  readonly target: PublishTarget;
  readonly claims: PublicationClaims;
}

/**
 * Publications in a media's folder whose own media left the library: nobody will publish them again.
 * `madeWay`: media that will have left their folders by then.
 * @throws AppError publish/folder-taken
 */
export function findReplaced(
  media: Media,
  { catalog, target, claims }: ClaimsContext,
  madeWay: ReadonlySet<string>,
): readonly Publication[] {
  const folder = publishedFolder(media.slug);
  const own = publicationId(target.id, media.id);
  const others = claims.at(folder).filter(({ id, mediaId }) => id !== own && !madeWay.has(mediaId));
  for (const { mediaId } of others) {
    const holder = catalog.get('media', mediaId);
    if (holder !== undefined) throw folderTaken(target, folder, { media, holder });
  }
  return others;
}

/** Files of these publications that no other one of the target claims. */
export function ownedFiles(
  publications: readonly Publication[],
  { claims }: ClaimsContext,
): readonly PublishedFile[] {
  const folders = new Set(publications.flatMap((each) => [...claimedFolders(each)]));
  const ids = new Set(publications.map(({ id }) => id));
  const others = [...folders].flatMap(claims.at).filter(({ id }) => !ids.has(id));
  const taken = claimedFiles(others);
  return mergeFiles(publications.flatMap(({ files }) => files)).filter(
    ({ file }) => !taken.has(file),
  );
}
