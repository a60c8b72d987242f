import { join } from 'node:path';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { uniqueSlug } from '../../core/import/slugs.ts';
import type { Job } from '../../core/model/job.ts';
import type { Master, Media } from '../../core/model/media.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock, Ids } from '../clock.ts';
import type { ConversionQueue } from '../conversion/queue.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { followedMaster, forgetRemoved, rememberRemoved } from '../import/removed-masters.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Logger } from '../logger.ts';
import type { Planner } from '../planner.ts';
import type { Replanner } from '../replan-media.ts';
import { type Move, moveAway, moveBack } from './trash-files.ts';
import { finishRemovals, writeRemovalNote } from './trash-note.ts';

export interface Removed {
  readonly removed: number;
  /** Of the only one, so that it can be named; null when there were more or none. */
  readonly title: string | null;
  readonly undoToken: string;
}

/** Takes media out of the library in a way that can be undone for a while. */
export interface Trash {
  /** Running work for them is ended first. All that AVlogue made of them goes along, and comes back with them. */
  remove(mediaIds: readonly string[]): Promise<Removed>;
  /** @throws AppError catalog/not-found when the time for it has passed */
  restore(undoToken: string): Promise<number>;
  /** Nothing can be undone after this. */
  empty(): Promise<void>;
}

export interface TrashNeeds {
  readonly catalog: Catalog;
  readonly queue: Pick<ConversionQueue, 'cancel'>;
  readonly planner: Planner;
  readonly plans: Pick<Replanner, 'basis'>;
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

const KEEP_MS = 24 * 60 * 60 * 1000;
const KEEP_REMOVALS = 50;

interface Removal {
  readonly media: readonly Media[];
  readonly jobs: readonly Job[];
  readonly atMs: number;
  /** What its plans were made with; null: not one and the same. */
  readonly planBasis: string | null;
  readonly moves: readonly Move[];
}

export function createTrash(needs: TrashNeeds): Trash {
  const { catalog, queue, planner, plans, paths, clock, ids } = needs;
  /** Oldest first. Records live here only: after a restart the trash is empty. */
  const removals = new Map<string, Removal>();

  async function forget(token: string): Promise<void> {
    removals.delete(token);
    await removeQuietly(join(paths.trash, token));
  }

  /** On a full disk, where people remove things, it must go without. */
  async function noteRemoval(folder: string, media: readonly Media[]): Promise<void> {
    try {
      await writeRemovalNote(folder, media, paths);
    } catch (error) {
      needs.logger.warn('A removal could not be noted; a crash now would leave its files.', error);
    }
  }

  async function forgetOld(): Promise<void> {
    const surplus = removals.size - KEEP_REMOVALS;
    const limitMs = clock.now() - KEEP_MS;
    const old = [...removals].filter(([, { atMs }], index) => index < surplus || atMs < limitMs);
    for (const [token] of old) await forget(token);
  }

  /** The masters stay where they are, and watched folders must not bring them back. */
  function remembered(media: readonly Media[]): readonly CatalogChange[] {
    const nowMs = clock.now();
    return media.flatMap((one) => rememberRemoved(one, { catalog, nowMs }));
  }

  async function putBack({ media, jobs, moves, planBasis }: Removal): Promise<number> {
    const absent = media.filter((one) => isStillAbsent(one, catalog));
    const back = new Set(absent.map(({ id }) => id));
    const places = await moveBack(
      moves.filter(({ mediaId }) => back.has(mediaId)),
      needs.logger,
    );
    const isPlanned = planBasis !== null && planBasis === plans.basis();
    const planned = isPlanned ? absent : absent.map((one) => plannedAnew(one, planner));
    const masters = await Promise.all(absent.map(({ master }) => masterBack(master, places)));
    const slugs = freeSlugs(absent, catalog);
    await catalog.commit([
      ...absent.flatMap(({ master }) => forgetRemoved(catalog, master)),
      ...planned.map((one, index) =>
        restoration({
          ...one,
          slug: slugs[index] ?? one.slug,
          master: masters[index] ?? one.master,
        }),
      ),
      ...jobs
        .filter(({ mediaId }) => back.has(mediaId))
        .map((record) => ({ type: 'put', collection: 'jobs', record }) as const),
    ]);
    return absent.length;
  }

  async function masterBack(master: Master, places: ReadonlyMap<string, string>): Promise<Master> {
    const place = places.get(master.path);
    return place === undefined ? followedMaster(master, catalog) : { ...master, path: place };
  }

  return {
    async remove(mediaIds) {
      const wanted = new Set(mediaIds);
      await queue.cancel(unfinished(jobsOf(wanted, catalog)));
      const planBasis = plans.basis();
      const media = [...wanted].flatMap((id) => catalog.get('media', id) ?? []);
      const jobs = jobsOf(wanted, catalog);
      const undoToken = ids.next();
      const folder = join(paths.trash, undoToken);
      if (media.length > 0) await noteRemoval(folder, media);
      // the catalog first: a crash in between leaves files too many, not media without files
      if (media.length > 0)
        await catalog.commit([...removalsOf(media, jobs), ...remembered(media)]);
      const moves = await moveAway(media, { folder, ...needs });
      removals.set(undoToken, { media, jobs, atMs: clock.now(), moves, planBasis });
      await forgetOld();
      return { removed: media.length, title: onlyTitle(media), undoToken };
    },
    async restore(token) {
      const removal = removals.get(token);
      if (removal === undefined) throw tooLate();
      removals.delete(token);
      try {
        const restored = await putBack(removal);
        await forget(token);
        return restored;
      } catch (error) {
        removals.set(token, removal);
        throw error;
      }
    },
    async empty() {
      removals.clear();
      await finishRemovals(paths, catalog);
      await removeQuietly(paths.trash);
    },
  };
}

function onlyTitle([first, ...others]: readonly Media[]): string | null {
  return first !== undefined && others.length === 0 ? first.title : null;
}

function jobsOf(mediaIds: ReadonlySet<string>, catalog: Catalog): readonly Job[] {
  return [...catalog.all('jobs').values()].filter(({ mediaId }) => mediaIds.has(mediaId));
}

function unfinished(jobs: readonly Job[]): readonly string[] {
  return jobs
    .filter(({ status }) => status === 'queued' || status === 'running')
    .map(({ id }) => id);
}

function removalsOf(media: readonly Media[], jobs: readonly Job[]): readonly CatalogChange[] {
  return [
    ...jobs.map(({ id }) => ({ type: 'remove', collection: 'jobs', id }) as const),
    ...media.map(({ id }) => ({ type: 'remove', collection: 'media', id }) as const),
  ];
}

/** The same content may have been imported again since: then that media stays. */
function isStillAbsent({ id, master }: Media, catalog: Catalog): boolean {
  return (
    catalog.get('media', id) === undefined && catalog.mediaBySha256(master.sha256) === undefined
  );
}

/** The library was planned anew while it was away. */
function plannedAnew(media: Media, planner: Planner): Media {
  return { ...media, planned: plannedOf(planner.planMedia(media)) };
}

function restoration(record: Media): CatalogChange {
  return { type: 'put', collection: 'media', record };
}

/** Each keeps its own where nobody took it meanwhile; no two of them may come to one. */
function freeSlugs(media: readonly Media[], catalog: Catalog): readonly string[] {
  const isTaken = (slug: string) => catalog.mediaBySlug(slug) !== undefined;
  const given = new Set(media.map(({ slug }) => slug));
  return media.map(({ slug }) => {
    if (!isTaken(slug)) return slug;
    const free = uniqueSlug(slug, (wished) => isTaken(wished) || given.has(wished));
    given.add(free);
    return free;
  });
}

function tooLate(): AppError {
  return new AppError('catalog/not-found', 'It is too late to undo this: the trash was emptied.');
}
