import { commitStanding } from '../catalog/commit-standing.ts';
import type { ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched, type MasterStat, statMaster } from './master-stat.ts';
import { removedMasterAt } from './removed-masters.ts';
import { settleFile } from './settle.ts';
import { settlingTimesOf } from './settling-times.ts';

/** Whether a file that a scan of a watched folder found is one whose media was removed. */
export type PassesOver = (
  path: string,
  options: { readonly source: ImportSource; readonly signal: AbortSignal },
) => Promise<boolean>;

/**
 * As long as such a file holds what it held, only who names it brings it back. One that looks different is read; when
 * it cannot be read its import finds out why.
 */
export function createPassesOver(needs: ImporterNeeds): PassesOver {
  const { catalog, clock, tools } = needs;
  const looks = createLimiter(16);

  async function passesOver(
    path: string,
    { source, signal }: Parameters<PassesOver>[1],
  ): Promise<boolean> {
    const removed = removedMasterAt(catalog, path);
    if (removed === undefined || catalog.mediaByPath(path) !== undefined) return false;
    const found = await statMaster(path);
    if (found === null) return false;
    if (isUntouched(removed, found)) return true;
    const times = settlingTimesOf(source, needs.settling);
    const settled = await settleFile(path, { clock, times, signal });
    if (settled.sizeBytes !== removed.sizeBytes) return false;
    if ((await tools.hash(path, signal)) !== removed.sha256) return false;
    await keepLook(path, settled);
    return true;
  }

  async function keepLook(path: string, { modifiedMs }: MasterStat): Promise<void> {
    await commitStanding(catalog, () => {
      const removed = removedMasterAt(catalog, path);
      if (removed === undefined) return [];
      const fields = { modifiedMs };
      return [{ type: 'patch', collection: 'removedMasters', id: removed.id, fields }];
    });
  }

  return async (path, { source, signal }) => {
    const isScan = source.watchFolderId !== null && source.again !== true;
    if (!isScan || catalog.all('removedMasters').size === 0) return false;
    return looks.run(() => passesOver(path, { source, signal }).catch(() => false));
  };
}
