import type { Publication, PublishTarget } from '../../core/model/library.ts';
import { MANIFEST_NAME, publishedFolder } from '../../core/publishing/published-names.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { hashFile } from './hash-file.ts';
import { publicationsOf } from './publication-claims.ts';
import { targetError } from './publish-errors.ts';
import { pathInTarget } from './publish-folder.ts';
import { createStandingMediaReader, hasPage } from './standing-media.ts';

/**
 * Saves a target whose folder is another one now. Its publications are those that stand there just as they were
 * published, since the folder was moved or copied; of the others nothing is there to be led to or taken out.
 * Meanwhile nothing may be published into it.
 * @throws AppError publish/target-unwritable
 */
export async function relocateTarget(catalog: Catalog, target: PublishTarget): Promise<void> {
  const reader = createStandingMediaReader(target);
  const left: Publication[] = [];
  for (const publication of publicationsOf(catalog, target.id)) {
    const files = await reader.filesOf(publication);
    const stands = files !== null && hasPage(files) && (await hasManifest(target, publication));
    if (!stands) left.push(publication);
  }
  await catalog.commit([
    { type: 'put', collection: 'publishTargets', record: target },
    ...left.map(({ id }) => ({ type: 'remove', collection: 'publications', id }) as const),
  ]);
}

async function hasManifest(target: PublishTarget, { slug, files }: Publication): Promise<boolean> {
  const name = `${publishedFolder(slug)}/${MANIFEST_NAME}`;
  const recorded = files.find(({ file }) => file === name);
  try {
    return (await hashFile(pathInTarget(target, name))) === recorded?.sha256;
  } catch (error) {
    throw await targetError(error, target);
  }
}
