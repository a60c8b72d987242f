import { CONTAINER_NAMES } from '../codecs/containers.ts';
import { FILE_PLACES } from '../model/file-places.ts';
import { ID_PATTERN, SLUG_PATTERN } from '../model/scalars.ts';

/**
 * Whether everything in a record that becomes part of a path on the disk is what AVlogue itself writes, see
 * `FILE_PLACES`. By hand and not by the schemas, since it is asked of every record at every start.
 */
type RawRecord = Readonly<Record<string, unknown>>;

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

function isListOf(value: unknown, isRight: (one: RawRecord) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isRecord(one) && isRight(one));
}

function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null;
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
