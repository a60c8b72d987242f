import { AppError } from '../errors/app-error.ts';
import { COLLECTION_NAMES, type CollectionName } from './collections.ts';
import type { RawCollections } from './migrations.ts';
import { parseRecord } from './parse-change.ts';
import { isRecord, type RawRecord } from './raw-record.ts';
import { hasRightFigures } from './record-figures.ts';
import { isId, isMediaInPlace, isPublicationInPlace } from './record-places.ts';
import { type CatalogTables, initialTables } from './tables.ts';

/**
 * What is looked at in every record of the large collections at every start. They were validated when they
 * were committed; validating 100,000 of them with the whole schema again costs several times their parsing.
 * This finds files that were damaged or edited by hand in a way that would break lists and look-ups, and those that
 * name files where AVlogue puts none or would slip words into FFmpeg's filter graphs.
 */
const SHAPES: Partial<Record<CollectionName, (record: RawRecord) => boolean>> = {
  media: (media) =>
    isText(media.title) &&
    (media.kind === 'video' || media.kind === 'audio') &&
    typeof media.description === 'string' &&
    typeof media.createdAtMs === 'number' &&
    isRecord(media.master) &&
    isText(media.master.path) &&
    isText(media.master.sha256) &&
    hasRightFigures(media.info) &&
    Array.isArray(media.planned) &&
    isMediaInPlace(media),
  jobs: (job) =>
    isId(job.id) &&
    isText(job.mediaId) &&
    isText(job.status) &&
    typeof job.createdAtMs === 'number',
  publications: isPublicationInPlace,
};

export type RecordCheck = 'shape' | 'whole';

/**
 * Tables from the records of a snapshot of the current version. `shape` trusts what this program wrote;
 * `whole` is for records that were just migrated.
 * @throws AppError catalog/unreadable
 */
export function restoreTables(collections: RawCollections, check: RecordCheck): CatalogTables {
  const tables = initialTables();
  for (const name of COLLECTION_NAMES) {
    for (const record of collections[name] ?? []) restore(tables, name, { record, check });
  }
  return tables;
}

function restore<C extends CollectionName>(
  tables: CatalogTables,
  name: C,
  { record, check }: { record: RawRecord; check: RecordCheck },
): void {
  const shape = check === 'shape' ? SHAPES[name] : undefined;
  if (shape === undefined) {
    const parsed = parseRecord(name, record);
    tables[name].set(parsed.id, parsed);
  } else if (isText(record.id) && shape(record)) {
    // this program wrote it, see above
    tables[name].set(record.id, record as Parameters<CatalogTables[C]['set']>[1]);
  } else {
    throw new AppError('catalog/unreadable', `A record in ${name} is not what it should be.`, {
      details: { collection: name, id: record.id },
    });
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
