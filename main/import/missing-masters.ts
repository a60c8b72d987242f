import { setTimeout as wait } from 'node:timers/promises';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { Media } from '../../core/model/media.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { commitStanding } from '../catalog/commit-standing.ts';
import { createLimiter } from './limiter.ts';
import { isUntouched, statMaster } from './master-stat.ts';
import { forgetRefusal, isThere as isAnythingThere } from './refusals.ts';

/** So many files are looked for and told at once: an unplugged drive may hold a whole library. */
const CHUNK = 500;

/** Media whose master is not where it was and was not followed elsewhere are marked; refusals of gone files go. */
export async function markMissing(catalog: Catalog, paths: readonly string[]): Promise<void> {
  for (const some of inChunks(paths, CHUNK)) {
    const looked = await Promise.all(some.map(lookFor));
    await commitStanding(catalog, () =>
      looked.flatMap(({ path, isFile, isThere }) => [
        ...(isFile ? [] : mastersGone(catalog, path)),
        ...(isThere ? [] : forgetRefusal(catalog, path)),
      ]),
    );
  }
}

async function lookFor(path: string) {
  const isFile = (await statMaster(path)) !== null;
  return { path, isFile, isThere: isFile || (await isAnythingThere(path)) };
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
