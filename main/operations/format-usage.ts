import { AppError } from '../../core/errors/app-error.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { settingsOf } from '../planner.ts';

/** @throws AppError format/in-use naming the sets that hold the format */
export function requireFormatUnused(id: string, catalog: Catalog): void {
  const sets = catalog.all('formatSets').values();
  const users = sets.filter((set) => set.formatIds.includes(id)).map((set) => `“${set.name}”`);
  refuseIfUsed('format', id, [...users]);
}

/** @throws AppError format/in-use naming the settings, watch folders and media that hold the set */
export function requireFormatSetUnused(id: string, catalog: Catalog): void {
  const { videoFormatSetId, audioFormatSetId } = settingsOf(catalog);
  const folders = catalog.all('watchFolders').values();
  const media = catalog.all('media').values();
  const mediaCount = [...media.filter((one) => one.formatSetIds.includes(id))].length;
  refuseIfUsed('format set', id, [
    ...([videoFormatSetId, audioFormatSetId].includes(id) ? ['the settings'] : []),
    ...folders
      .filter((folder) => folder.formatSetIds.includes(id))
      .map((folder) => `the watch folder ${folder.path}`),
    ...(mediaCount === 0 ? [] : [`${mediaCount} media`]),
  ]);
}

function refuseIfUsed(what: string, id: string, users: readonly string[]): void {
  if (users.length === 0) return;
  throw new AppError(
    'format/in-use',
    `The ${what} “${id}” is used by ${users.join(', ')}. Take it out of there first.`,
    { details: { id, users } },
  );
}
