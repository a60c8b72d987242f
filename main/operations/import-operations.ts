import { resolve } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import { isSameFolder, liesWithin } from '../files/folder-relations.ts';
import { forgetRemovedOf } from '../import/removed-masters.ts';
import { refuseWatchedWithin } from '../publishing/separate-folders.ts';
import { saveFolderInTurn } from './folders-in-turn.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';
import { requireAbsolute } from './require-absolute.ts';
import { requireFormatSets } from './require-formats.ts';
import { requireRecord } from './require-record.ts';

export function importOperations({ import: section }: Implementer, needs: OperationNeeds) {
  const { catalog, importer, watchFolders } = needs;
  return {
    paths: section.paths.handler(async ({ input: { paths, ...options } }) => {
      for (const path of paths) requireAbsolute(path, 'paths');
      requireFormatSets(options.formatSetIds, catalog);
      const source = { ...options, watchFolderId: null, ownedByLibrary: false };
      // goes on when the page that asked for it is closed or loaded again
      const batch = await importer.importPaths(paths, source);
      return { batchId: batch.batchId, results: [...batch.results] };
    }),
    finish: section.finish.handler(async ({ input }) => {
      await importer.finish(input.ids);
      return {};
    }),
    refusals: section.refusals.handler(() =>
      [...catalog.all('refusals').values()].toSorted((a, b) => b.atMs - a.atMs),
    ),
    retryRefusals: section.retryRefusals.handler(async ({ input }) => ({
      results: await retryRefusals(input.ids, needs),
    })),
    dismissRefusals: section.dismissRefusals.handler(async ({ input }) => {
      const known = input.ids.filter((id) => catalog.get('refusals', id) !== undefined);
      await catalog.commit(
        known.map((id) => ({ type: 'remove', collection: 'refusals', id }) as const),
      );
      return {};
    }),
    watchFolders: section.watchFolders.handler(() => listWatchFolders(needs)),
    saveWatchFolder: section.saveWatchFolder.handler(async ({ input }) => {
      const record = await saveFolderInTurn(catalog, () => saveWatchFolder(input, needs));
      await watchFolders.refresh();
      return record;
    }),
    removeWatchFolder: section.removeWatchFolder.handler(async ({ input: { id } }) => {
      requireRecord(catalog, 'watchFolders', id);
      await catalog.commit([
        { type: 'remove', collection: 'watchFolders', id },
        ...forgetRemovedOf(catalog, id),
      ]);
      await watchFolders.refresh();
      return {};
    }),
  };
}

/** As they came: files of a watch folder keep its sets and belong to it. */
async function retryRefusals(ids: readonly string[], { catalog, importer }: OperationNeeds) {
  const refusals = ids.flatMap((id) => catalog.get('refusals', id) ?? []);
  const byFolder = Map.groupBy(refusals, ({ watchFolderId }) => watchFolderId);
  const batches = [...byFolder].map(([watchFolderId, group]) => {
    const folder = watchFolderId === null ? undefined : catalog.get('watchFolders', watchFolderId);
    return importer.importPaths(
      group.map(({ path }) => path),
      {
        formatSetIds: folder?.formatSetIds ?? [],
        convert: folder?.convert ?? null,
        watchFolderId: folder?.id ?? null,
        ownedByLibrary: false,
        again: true,
      },
    );
  });
  return (await Promise.all(batches)).flatMap(({ results }) => [...results]);
}

function listWatchFolders({ catalog, watchFolders }: OperationNeeds) {
  const states = watchFolders.states();
  const counts = new Map<string, number>();
  for (const { master } of catalog.all('media').values()) {
    if (master.watchFolderId === null) continue;
    counts.set(master.watchFolderId, (counts.get(master.watchFolderId) ?? 0) + 1);
  }
  return [...catalog.all('watchFolders').values()].map((folder) => {
    const { state, notice } = states.get(folder.id) ?? { state: 'off' as const, notice: null };
    const message = notice?.message ?? null;
    return { ...folder, state, message, notice, mediaCount: counts.get(folder.id) ?? 0 };
  });
}

type WatchFolderInput = Omit<WatchFolder, 'id' | 'createdAtMs'> & { readonly id: string | null };

async function saveWatchFolder(
  input: WatchFolderInput,
  needs: OperationNeeds,
): Promise<WatchFolder> {
  const { catalog, ids, clock } = needs;
  requireAbsolute(input.path);
  const folder = { ...input, path: resolve(input.path) };
  requireFormatSets(input.formatSetIds, catalog);
  await requireFreshFolder(folder, needs);
  const standing = input.id === null ? null : requireRecord(catalog, 'watchFolders', input.id);
  const record = {
    ...folder,
    id: standing?.id ?? ids.next(),
    createdAtMs: standing?.createdAtMs ?? clock.now(),
  };
  await catalog.commit([{ type: 'put', collection: 'watchFolders', record }]);
  return record;
}

/** One folder watched twice would import each file twice over; in ours there is nothing to take in. */
async function requireFreshFolder(
  { id, path }: Pick<WatchFolderInput, 'id' | 'path'>,
  { catalog, paths }: OperationNeeds,
): Promise<void> {
  for (const folder of catalog.all('watchFolders').values()) {
    if (folder.id === id || !(await isSameFolder(folder.path, path))) continue;
    const known = folder.path === path ? '' : ` as ${folder.path}`;
    throw new AppError('catalog/conflict', `The folder ${path} is watched already${known}.`, {
      details: { field: 'path', id: folder.id },
    });
  }
  if (await liesWithin(path, paths.root)) {
    throw new AppError(
      'input/invalid',
      `The folder ${path} lies in the library ${paths.root}, whose files are not masters. Watch a folder outside of it.`,
      { details: { field: 'path', path } },
    );
  }
  for (const target of catalog.all('publishTargets').values()) {
    await refuseWatchedWithin(target, [{ path }]);
  }
}
