import type { ImportSaid } from '../../core/formats/import/import-report.ts';
import { parseFormatsImport } from '../../core/formats/import/parse-formats-import.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { allFormatSets, allFormats } from './require-formats.ts';

export interface ImportedIds extends ImportSaid {
  readonly formatIds: readonly string[];
  readonly formatSetIds: readonly string[];
}

/** All that is right in the file, in one change. @throws AppError format/import-unreadable */
export async function importFormats(json: string, catalog: Catalog): Promise<ImportedIds> {
  const shelf = { formats: allFormats(catalog), formatSets: allFormatSets(catalog) };
  const { formats, formatSets, leftOut, remarks, notes } = parseFormatsImport(json, shelf);
  if (formats.length + formatSets.length > 0) {
    await catalog.commit([
      ...formats.map((record) => ({ type: 'put', collection: 'formats', record }) as const),
      ...formatSets.map((record) => ({ type: 'put', collection: 'formatSets', record }) as const),
    ]);
  }
  return {
    formatIds: formats.map(({ id }) => id),
    formatSetIds: formatSets.map(({ id }) => id),
    leftOut,
    remarks,
    notes,
  };
}
