import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { FILE_PLACES } from '../model/file-places.ts';
import { ID_PATTERN, SLUG_PATTERN } from '../model/scalars.ts';
import { isListOf, isRecord, type RawRecord } from './raw-record.ts';

/*
 * Whether everything in a record that becomes part of a path on the disk is what AVlogue itself writes, see
 * `FILE_PLACES`. By hand and not by the schemas, since it is asked of every record at every start.
 */

export function isId(value: unknown): boolean {
  return matches(value, ID_PATTERN);
}

export function isMediaInPlace({ id, slug, poster, captions, renditions }: RawRecord): boolean {
  return (
    isId(id) &&
    matches(slug, SLUG_PATTERN) &&
    (poster === null || isAt(poster, FILE_PLACES.poster)) &&
    isListOf(captions, (one) => isId(one.id) && isAt(one, FILE_PLACES.caption)) &&
    isListOf(renditions, isRenditionInPlace)
  );
}

export function isPublicationInPlace({ id, targetId, mediaId, slug, files }: RawRecord): boolean {
  return (
    [id, targetId, mediaId].every(isId) &&
    matches(slug, SLUG_PATTERN) &&
    isListOf(files, (one) => isAt(one, FILE_PLACES.published))
  );
}

const CONTAINERS: ReadonlySet<unknown> = new Set(CONTAINER_NAMES);

function isRenditionInPlace(rendition: RawRecord): boolean {
  const { id, formatId, container } = rendition;
  const isNamed = isId(id) && isId(formatId) && CONTAINERS.has(container);
  return isNamed && isAt(rendition, FILE_PLACES.rendition);
}

function isAt(record: unknown, place: RegExp): boolean {
  return isRecord(record) && matches(record.file, place);
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
