import type { ImportResult } from '../../core/contract/import.ts';
import { importOptionsSchema } from '../../core/contract/import.ts';
import { reportError } from '../../core/errors/app-error.ts';
import type { Engine } from '../engine.ts';

/** More would only cover each other; all of them are in the log. */
const TOLD = 3;

type Importing = Pick<Engine, 'importer' | 'events' | 'logger'>;

/** What a person chose or opened: imported as the settings say. The page is told what was refused. */
export async function importChosen(engine: Importing, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const options = importOptionsSchema.parse({});
  const source = { ...options, watchFolderId: null, ownedByLibrary: false };
  try {
    const { results } = await engine.importer.importPaths(paths, source);
    tellRefused(engine, results);
  } catch (error) {
    engine.logger.error('Importing what was opened failed.', error);
    engine.events.emit({ type: 'notice', level: 'error', ...reportError(error) });
  }
}

function tellRefused({ events, logger }: Importing, results: readonly ImportResult[]): void {
  const refused = results.flatMap((result) => (result.outcome === 'refused' ? [result] : []));
  for (const { path, error } of refused) {
    logger.warn(`“${path}” was not imported: ${error.message}`);
  }
  for (const { error } of refused.slice(0, TOLD)) {
    events.emit({ type: 'notice', level: 'warning', ...error });
  }
}
