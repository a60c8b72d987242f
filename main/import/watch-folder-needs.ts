import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import type { Events } from '../events.ts';
import { type BatchTimes, DEFAULT_BATCH_TIMES } from './change-batch.ts';
import type { Importer } from './importer.ts';
import type { OpenWatcher } from './watcher.ts';

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
  readonly importer: Pick<Importer, 'importPaths' | 'noticeMissing' | 'noticeSidecars'>;
  readonly events: Events;
  readonly clock: Clock;
  readonly times: WatchTimes;
  readonly openWatcher: OpenWatcher;
  /** All that a folder held was looked at. */
  readonly onScanned: () => Promise<void>;
}
