import { setTimeout as wait } from 'node:timers/promises';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { Media } from '../../core/model/media.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched, statMaster } from './master-stat.ts';
import { forgetRefusal, isThere } from './refusals.ts';

/** Media whose master is not where it was and was not followed elsewhere are marked; refusals of gone files go. */
export async function markMissing(catalog: Catalog, paths: readonly string[]): Promise<void> {
  const looks = createLimiter(16);
  const changes = await Promise.all(
    paths.map((path) =>
      looks.run(async () => [
        ...((await statMaster(path)) === null ? mastersGone(catalog, path) : []),
        ...((await isThere(path)) ? [] : forgetRefusal(catalog, path)),
      ]),
    ),
  );
  const all = changes.flat();
  if (all.length > 0) await catalog.commit(all);
}

function mastersGone(catalog: Catalog, path: string): readonly CatalogChange[] {
  const media = catalog.mediaByPath(path);
  if (media === undefined || media.master.status === 'missing') return [];
  const master = { ...media.master, status: 'missing' } as const;
  return [{ type: 'patch', collection: 'media', id: media.id, fields: { master } }];
}

/** Waits as long as a moved file may take to show up elsewhere. Resolves early when aborted. */
export async function waitForMoves(graceMs: number, signal: AbortSignal): Promise<void> {
  await wait(graceMs, undefined, { signal }).catch(() => undefined);
}

export interface MasterSurvey {
  /** Paths where the catalogued file is no more. */
  readonly gone: readonly string[];
  /** Media whose file is back, or is not the catalogued one by size or time. */
  readonly toImport: readonly Media[];
}

export async function surveyMasters(catalog: Catalog): Promise<MasterSurvey> {
  const looks = createLimiter(16);
  const gone: string[] = [];
  const toImport: Media[] = [];
  const lookAt = async (media: Media) => {
    const { master } = media;
    const found = await statMaster(master.path);
    if (found === null) gone.push(master.path);
    else if (master.status === 'missing' || !isUntouched(master, found)) toImport.push(media);
  };
  const all = [...catalog.all('media').values()];
  await Promise.all(all.map((media) => looks.run(() => lookAt(media))));
  return { gone, toImport };
}
