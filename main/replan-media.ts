import type { CatalogChange } from '../core/catalog/collections.ts';
import type { Media } from '../core/model/media.ts';
import { type Planned, plannedOf } from '../core/planning/outstanding-outputs.ts';
import type { Catalog } from './catalog/catalog.ts';
import { commitStanding } from './catalog/commit-standing.ts';
import type { LibraryPaths } from './library-paths.ts';
import type { Logger } from './logger.ts';
import { planBasis, readPlanBasis, removePlanBasis, writePlanBasis } from './plan-basis.ts';
import type { Planner } from './planner.ts';

/** Keeps `media.planned` true after formats, sets, devices, settings or encoders changed. */
export interface Replanner {
  /** Plans anew when the last run of AVlogue had other formats, devices, settings or encoders. */
  start(): Promise<void>;
  /** Encoders changed; catalog changes are noticed without this. */
  request(): void;
  /** What all plans are made with; null while that is not one and the same. */
  basis(): string | null;
  /** Resolves when every media's plan is as it would be made now. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReplannerNeeds {
  readonly catalog: Catalog;
  readonly planner: Planner;
  readonly encoders: () => ReadonlySet<string>;
  readonly paths: Pick<LibraryPaths, 'planBasis'>;
  readonly logger: Logger;
}

/** How long planning may hold the event loop at a time; one plan more and a commit may come on top. */
const SLICE_MS = 4;
const COMMIT_SIZE = 10;

const WATCHED: ReadonlySet<string> = new Set(['formats', 'formatSets', 'devices', 'settings']);

interface Replanned {
  readonly media: Media;
  readonly planned: readonly Planned[];
}

export function createReplanner(needs: ReplannerNeeds): Replanner {
  const { catalog, planner, encoders, paths, logger } = needs;
  let unsubscribe = () => {};
  let stopped = false;
  let running: Promise<void> | null = null;
  /** What the standing plans were made with, as far as they are known to be true. */
  let done: string | null = null;
  /** Rises with every reason to look again; a pass that sees it rise begins anew. */
  let reasons = 0;

  function request(): void {
    reasons += 1;
    running ??= run().finally(() => {
      running = null;
    });
  }

  async function run(): Promise<void> {
    try {
      for (let seen = -1; seen !== reasons && !stopped; ) {
        seen = reasons;
        const basis = planBasis(catalog, encoders());
        if (basis === done) continue;
        await forgetBasis();
        if (!(await pass(() => seen === reasons && !stopped))) continue;
        done = basis;
        await writePlanBasis(paths.planBasis, basis);
      }
    } catch (error) {
      logger.error('Planning the library anew failed.', error);
    }
  }

  /** A pass that does not come to its end leaves plans of two kinds. */
  async function forgetBasis(): Promise<void> {
    if (done === null) return;
    done = null;
    await removePlanBasis(paths.planBasis);
  }

  /** @returns whether it came to the end without a reason to begin again */
  async function pass(goesOn: () => boolean): Promise<boolean> {
    const changed: Replanned[] = [];
    let sliceEndMs = performance.now() + SLICE_MS;
    for (const id of [...catalog.all('media').keys()]) {
      if (performance.now() >= sliceEndMs) {
        await nextTurn();
        if (!goesOn()) return false;
        sliceEndMs = performance.now() + SLICE_MS;
      }
      changed.push(...replan(catalog.get('media', id)));
      if (changed.length >= COMMIT_SIZE) await commit(changed.splice(0));
    }
    await commit(changed);
    return goesOn();
  }

  function replan(media: Media | undefined): readonly Replanned[] {
    if (media === undefined) return [];
    const planned = plannedOf(planner.planMedia(media));
    return isSame(planned, media.planned) ? [] : [{ media, planned }];
  }

  /** A media with other sets or another master by now was planned by whoever changed it; a removed one needs no plan. */
  async function commit(replanned: readonly Replanned[]): Promise<void> {
    await commitStanding(catalog, () => replanned.flatMap(patchOf));
  }

  function patchOf({ media, planned }: Replanned): readonly CatalogChange[] {
    const now = catalog.get('media', media.id);
    const stands = now?.info === media.info && now.formatSetIds === media.formatSetIds;
    if (!stands) return [];
    return [{ type: 'patch', collection: 'media', id: media.id, fields: { planned } }];
  }

  return {
    async start() {
      done = await readPlanBasis(paths.planBasis);
      unsubscribe = catalog.subscribe(({ touched }) => {
        if (touched.some(({ collection }) => WATCHED.has(collection))) request();
      });
      request();
    },
    request,
    basis: () => done,
    idle: async () => {
      while (running !== null) await running;
    },
    async stop() {
      stopped = true;
      unsubscribe();
      await running;
    },
  };
}

function isSame(a: readonly Planned[], b: readonly Planned[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ formatId, fingerprint }, index) =>
        b[index]?.formatId === formatId && b[index]?.fingerprint === fingerprint,
    )
  );
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
