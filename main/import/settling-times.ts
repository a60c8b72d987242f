import { DEFAULT_SETTLING, type SettlingTimes } from '../../core/import/settling.ts';
import type { ImportSource } from './importer.ts';

/** Watch folders come back to a growing file by themselves, so it need not be waited for here. */
const WATCHED_LIMIT_MS = 5_000;

export function settlingTimesOf(
  source: ImportSource,
  times: SettlingTimes = DEFAULT_SETTLING,
): SettlingTimes {
  // an upload has its place in the library only when all of it has arrived
  if (source.ownedByLibrary) return { ...times, stillMs: 0 };
  if (source.watchFolderId === null) return times;
  return { ...times, limitMs: Math.min(times.limitMs, WATCHED_LIMIT_MS) };
}
