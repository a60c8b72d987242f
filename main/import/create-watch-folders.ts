import { isDeepStrictEqual } from 'node:util';
import type { WatchFolder } from '../../core/model/library.ts';
import { createSerial } from '../catalog/serial.ts';
import { forgetOutlived } from './removed-masters.ts';
import { DEFAULT_WATCH_TIMES, type WatchFolderNeeds } from './watch-folder-needs.ts';
import type { WatchFolders, WatchState } from './watch-folders.ts';
import { type WatchedFolder, watchFolder } from './watched-folder.ts';
import { openWatcher } from './watcher.ts';

type Defaulted = 'times' | 'openWatcher';
type Given = Omit<WatchFolderNeeds, Defaulted | 'onScanned'> &
  Partial<Pick<WatchFolderNeeds, Defaulted>>;

export function createWatchFolders(given: Given): WatchFolders {
  const needs = { times: DEFAULT_WATCH_TIMES, openWatcher, onScanned, ...given };
  const { catalog } = needs;
  const watched = new Map<string, WatchedFolder>();
  let running = false;
  /** Refreshes one after the other, so that no folder is ever watched twice. */
  const inTurn = createSerial();

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

  /** A file that one folder misses may lie in another one that is still looked through. */
  async function onScanned(): Promise<void> {
    const isScanning = [...watched.values()].some((one) => one.state().state === 'scanning');
    if (!isScanning) await forgetOutlived(catalog);
  }

  function states(): ReadonlyMap<string, WatchState> {
    const off: WatchState = { state: 'off', notice: null };
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
