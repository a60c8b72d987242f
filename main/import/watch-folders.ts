import type { Notice } from '../../core/system/notices.ts';

/** Keeps the watched folders of the catalog under watch; starts and stops with the engine. */
export interface WatchFolders {
  start(): Promise<void>;
  /** Call after watch folders changed in the catalog. */
  refresh(): Promise<void>;
  states(): ReadonlyMap<string, WatchState>;
  stop(): Promise<void>;
}

export interface WatchState {
  readonly state: 'off' | 'scanning' | 'watching' | 'polling' | 'unreachable';
  /** Why it polls or is unreachable; null: nothing to tell. */
  readonly notice: Notice | null;
}
