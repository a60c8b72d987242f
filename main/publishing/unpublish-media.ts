import type { Publication, PublishTarget } from '../../core/model/library.ts';
import { claimedFiles } from '../../core/publishing/claimed-folders.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { publicationsOf } from './publication-claims.ts';
import { removePublished } from './remove-published.ts';
import type { TargetIndex } from './target-index.ts';

export interface UnpublishingContext {
  readonly catalog: Catalog;
  readonly target: PublishTarget;
  readonly index: TargetIndex;
  /** Once the publications are out of the index, the next start takes up what is left. */
  readonly signal: AbortSignal;
}

/**
 * First nothing leads to them any more, then the files go, then the records; killed in between, the
 * next start goes on. Foreign files in the folders stay, and so does what another publication claims.
 * @throws AppError publish/target-unwritable
 */
export async function unpublishMedia(
  publications: readonly Publication[],
  { catalog, target, index, signal }: UnpublishingContext,
): Promise<void> {
  if (publications.length === 0) return;
  signal.throwIfAborted();
  await setTimes(catalog, publications, () => 0);
  try {
    await index.write();
  } catch (error) {
    await setTimes(catalog, publications, ({ publishedAtMs }) => publishedAtMs);
    throw error;
  }
  const ids = new Set(publications.map(({ id }) => id));
  const others = publicationsOf(catalog, target.id).filter(({ id }) => !ids.has(id));
  const claimed = claimedFiles(others);
  for (const { files } of publications) {
    signal.throwIfAborted();
    const names = files.map(({ file }) => file).filter((file) => !claimed.has(file));
    await removePublished(target, names);
  }
  await catalog.commit(
    publications.map(({ id }) => ({ type: 'remove', collection: 'publications', id })),
  );
}

function setTimes(
  catalog: Catalog,
  publications: readonly Publication[],
  timeOf: (publication: Publication) => number,
): Promise<void> {
  return catalog.commit(
    publications.map((publication) => ({
      type: 'patch',
      collection: 'publications',
      id: publication.id,
      fields: { publishedAtMs: timeOf(publication) },
    })),
  );
}
