import { isWithin } from '../../core/import/is-within.ts';
import type { EngineEvent } from '../../core/model/engine-event.ts';

export type ImportProgress = Extract<EngineEvent, { type: 'import-progress' }>;

/** How far the batch is that reads these paths; undefined until the engine has told. */
export function progressOfPaths(
  importing: ReadonlyMap<string, ImportProgress>,
  paths: readonly string[],
): ImportProgress | undefined {
  return [...importing.values()].find(({ path }) =>
    paths.some((one) => path !== null && isWithin(path, one)),
  );
}
