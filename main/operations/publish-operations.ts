import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseBaseUrl } from '../../core/html/url.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { DEFAULT_SITE_LANGUAGE, type SiteLanguage } from '../../core/model/site-language.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { relocateTarget } from '../publishing/relocate-target.ts';
import {
  refuseLibraryFolder,
  refuseOtherTargets,
  refuseWatchedWithin,
} from '../publishing/separate-folders.ts';
import { definedOf } from './defined-of.ts';
import { saveFolderInTurn } from './folders-in-turn.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';
import { requireAbsolute } from './require-absolute.ts';
import { requireRecord } from './require-record.ts';

export function publishOperations({ publish }: Implementer, needs: OperationNeeds) {
  const { catalog, publisher } = needs;
  return {
    targets: publish.targets.handler(() => listTargets(catalog)),
    saveTarget: publish.saveTarget.handler(({ input }) => {
      requireAbsolute(input.path);
      const path = resolve(input.path);
      const save = () => saveFolderInTurn(catalog, () => saveTarget({ ...input, path }, needs));
      const standing = input.id === null ? undefined : catalog.get('publishTargets', input.id);
      const isMoving = standing !== undefined && standing.path !== path;
      return isMoving ? publisher.whileIdle(standing.id, save) : save();
    }),
    removeTarget: publish.removeTarget.handler(async ({ input: { id } }) => {
      requireRecord(catalog, 'publishTargets', id);
      // what is under way there would record itself for a target that is gone
      await publisher.whileIdle(id, () => removeTarget(id, catalog));
      return {};
    }),
    preview: publish.preview.handler(({ input }) => {
      requireRecord(catalog, 'publishTargets', input.targetId);
      const { options, as, ...wanted } = input;
      return publisher.preview({ ...wanted, options: definedOf(options), as: definedOf(as) });
    }),
    run: publish.run.handler(({ input }) => {
      requireRecord(catalog, 'publishTargets', input.targetId);
      // goes on when the page that asked for it is closed or loaded again
      return publisher.publish({ ...input, options: definedOf(input.options) });
    }),
    unpublish: publish.unpublish.handler(async ({ input: { targetId, mediaIds } }) => {
      requireRecord(catalog, 'publishTargets', targetId);
      return { removed: await publisher.unpublish(targetId, mediaIds) };
    }),
    publications: publish.publications.handler(({ input }) =>
      publicationsOf(input, catalog).map((one) => ({
        ...one,
        title: catalog.get('media', one.mediaId)?.title ?? null,
      })),
    ),
  };
}

function publicationsOf(
  { targetId, mediaId }: { targetId?: string | undefined; mediaId?: string | undefined },
  catalog: OperationNeeds['catalog'],
) {
  return [...catalog.all('publications').values()].filter(
    (one) =>
      (targetId === undefined || one.targetId === targetId) &&
      (mediaId === undefined || one.mediaId === mediaId),
  );
}

function listTargets(catalog: OperationNeeds['catalog']) {
  return Promise.all(
    [...catalog.all('publishTargets').values()].map(async (target) => ({
      ...target,
      publicationCount: publicationsOf({ targetId: target.id }, catalog).length,
      writable: await isWritable(target.path),
    })),
  );
}

type TargetInput = Omit<PublishTarget, 'id' | 'language' | 'createdAtMs'> & {
  readonly id: string | null;
  readonly language?: SiteLanguage | undefined;
};

async function removeTarget(id: string, catalog: OperationNeeds['catalog']): Promise<void> {
  const publications = publicationsOf({ targetId: id }, catalog);
  await catalog.commit([
    ...publications.map(
      (one) => ({ type: 'remove', collection: 'publications', id: one.id }) as const,
    ),
    { type: 'remove', collection: 'publishTargets', id },
  ]);
}

async function saveTarget(
  input: TargetInput,
  { catalog, ids, clock, paths }: OperationNeeds,
): Promise<PublishTarget> {
  const folder = { ...input, baseUrl: parseBaseUrl(input.baseUrl) };
  await refuseLibraryFolder(folder, paths.root);
  await refuseOtherTargets(folder, catalog.all('publishTargets').values());
  await refuseWatchedWithin(folder, catalog.all('watchFolders').values());
  const standing = input.id === null ? null : requireRecord(catalog, 'publishTargets', input.id);
  const record = {
    ...folder,
    language: input.language ?? standing?.language ?? DEFAULT_SITE_LANGUAGE,
    id: standing?.id ?? ids.next(),
    createdAtMs: standing?.createdAtMs ?? clock.now(),
  };
  if (standing !== null && standing.path !== record.path) await relocateTarget(catalog, record);
  else await catalog.commit([{ type: 'put', collection: 'publishTargets', record }]);
  return record;
}

/** A folder that is not there yet is made by the first publishing, if its parent allows. */
async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return true;
  } catch (error) {
    const parent = dirname(path);
    return errorCodeOf(error) === 'ENOENT' && parent !== path && isWritable(parent);
  }
}
