import { isDeepStrictEqual } from 'node:util';
import type { WatchFolder } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import type { Events } from '../events.ts';
import { type BatchTimes, DEFAULT_BATCH_TIMES } from './change-batch.ts';
import type { Importer } from './importer.ts';
import type { WatchFolders, WatchState } from './watch-folders.ts';
import { type WatchedFolder, watchFolder } from './watched-folder.ts';
import { type OpenWatcher, openWatcher } from './watcher.ts';

export interface WatchTimes {
  readonly batch: BatchTimes;
  /** Between two looks whether the folder itself is there. */
  readonly checkMs: number;
  /** Before a growing file is tried again. */
  readonly retryMs: number;
}

export const DEFAULT_WATCH_TIMES: WatchTimes = {
  batch: DEFAULT_BATCH_TIMES,
  checkMs: 5_000,
  retryMs: 2_000,
};

export interface WatchFolderNeeds {
  readonly catalog: Catalog;
  readonly importer: Pick<Importer, 'importPaths' | 'noticeMissing'>;
  readonly events: Events;
  readonly clock: Clock;
  readonly times: WatchTimes;
  readonly openWatcher: OpenWatcher;
}

type Defaulted = 'times' | 'openWatcher';

export function createWatchFolders(
  given: Omit<WatchFolderNeeds, Defaulted> & Partial<Pick<WatchFolderNeeds, Defaulted>>,
): WatchFolders {
  const needs = { times: DEFAULT_WATCH_TIMES, openWatcher, ...given };
  const { catalog } = needs;
  const watched = new Map<string, WatchedFolder>();
  let running = false;
  let turn = Promise.resolve();

  /** Refreshes one after the other, so that no folder is ever watched twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function refresh(): Promise<void> {
    if (!running) return;
    const wanted = [...catalog.all('watchFolders').values()].filter(({ enabled }) => enabled);
    const stale = [...watched.values()].filter(
      ({ folder }) => !wanted.some((one) => isDeepStrictEqual(one, folder)),
    );
    await Promise.all(stale.map(end));
    for (const folder of wanted) begin(folder);
  }

  function begin(folder: WatchFolder): void {
    if (!watched.has(folder.id)) watched.set(folder.id, watchFolder(folder, needs));
  }

  async function end(one: WatchedFolder): Promise<void> {
    watched.delete(one.folder.id);
    await one.stop();
  }

  function states(): ReadonlyMap<string, WatchState> {
    const off: WatchState = { state: 'off', message: null };
    return new Map(
      [...catalog.all('watchFolders').keys()].map((id) => [id, watched.get(id)?.state() ?? off]),
    );
  }

  return {
    start: () => {
      running = true;
      return inTurn(refresh);
    },
    refresh: () => inTurn(refresh),
    states,
    stop: () => {
      running = false;
      return inTurn(async () => {
        await Promise.all([...watched.values()].map(end));
      });
    },
  };
}
