import { importOptionsSchema } from '../../core/contract/import.ts';
import type { Engine } from '../engine.ts';

/** What a person chose or opened: imported as the settings say. The page shows progress and refusals. */
export async function importChosen(
  { importer, logger }: Pick<Engine, 'importer' | 'logger'>,
  paths: readonly string[],
): Promise<void> {
  if (paths.length === 0) return;
  const options = importOptionsSchema.parse({});
  try {
    await importer.importPaths(paths, { ...options, watchFolderId: null, ownedByLibrary: false });
  } catch (error) {
    logger.error('Importing what was opened failed.', error);
  }
}
