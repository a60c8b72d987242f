import type { RemovedMaster } from '../../core/model/library.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import type { ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched, type MasterStat, statMaster } from './master-stat.ts';
import { isOriginalGone } from './original-gone.ts';
import { rememberAt, removedMasterAt } from './removed-masters.ts';
import { settleFile } from './settle.ts';
import { settlingTimesOf } from './settling-times.ts';

/** Whether a file that a scan of a watched folder found is one whose media was removed. */
export type PassesOver = (path: string, options: Look) => Promise<boolean>;

interface Look {
  readonly source: ImportSource;
  readonly signal: AbortSignal;
}

/**
 * As long as such a file holds what it held, under whatever name, only who names it brings it back. One that looks different is read; when
 * it cannot be read its import finds out why.
 */
export function createPassesOver(needs: ImporterNeeds): PassesOver {
  const { catalog, clock, tools } = needs;
  const looks = createLimiter(16);

  async function passesOver(path: string, options: Look): Promise<boolean> {
    if (catalog.mediaByPath(path) !== undefined) return false;
    const found = await statMaster(path);
    if (found === null) return false;
    const removed = removedMasterAt(catalog, path);
    if (removed === undefined) return holdsWhatWasRemoved(path, found, options);
    if (isUntouched(removed, found)) return true;
    const read = await readAsOneOf([removed], path, options);
    if (read === null) return false;
    await keepLook(path, read.found);
    return true;
  }

  /** A file that had another name when its media was removed, or a copy of one. */
  async function holdsWhatWasRemoved(
    path: string,
    { sizeBytes }: MasterStat,
    options: Look,
  ): Promise<boolean> {
    const all = [...catalog.all('removedMasters').values()];
    const alike = all.filter((removed) => removed.sizeBytes === sizeBytes);
    const read = alike.length === 0 ? null : await readAsOneOf(alike, path, options);
    const [one] = read?.same ?? [];
    if (read === null || one === undefined) return false;
    if (catalog.mediaBySha256(one.sha256) !== undefined) return false;
    const gone = await Promise.all(read.same.map((same) => isOriginalGone(same.path, path)));
    const lost = read.same.find((_, index) => gone[index]);
    await catalog.commit(rememberAt(path, read.found, { like: one, insteadOf: lost }));
    return true;
  }

  /** null: it holds something else. */
  async function readAsOneOf(
    removed: readonly RemovedMaster[],
    path: string,
    { source, signal }: Look,
  ) {
    const times = settlingTimesOf(source, needs.settling);
    const found = await settleFile(path, { clock, times, signal });
    if (removed.every((one) => one.sizeBytes !== found.sizeBytes)) return null;
    const sha256 = await tools.hash(path, signal);
    const same = removed.filter((one) => one.sha256 === sha256);
    return same.length === 0 ? null : { same, found };
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
