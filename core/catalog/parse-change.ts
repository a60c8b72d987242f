import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import {
  type CatalogChange,
  type CatalogRecord,
  COLLECTION_NAMES,
  COLLECTIONS,
  type CollectionName,
} from './collections.ts';

const collection = z.enum(COLLECTION_NAMES);
const object = z.record(z.string(), z.unknown());

const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('put'), collection, record: object }),
  z.object({ type: z.literal('patch'), collection, id: z.string(), fields: object }),
  z.object({ type: z.literal('remove'), collection, id: z.string() }),
]);

/** The shape of a change, whatever its record looks like; older versions' records are no one's business yet. */
export type RawChange = z.infer<typeof changeSchema>;

/** @throws AppError catalog/invalid-change */
export function parseRawChange(value: unknown): RawChange {
  const parsed = changeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid('A change of the catalog', parsed.error, {});
}

/**
 * A record as its collection's schema wants it: a copy, without fields that the schema does not know.
 * @throws AppError catalog/invalid-change with the fields and what is wrong with them
 */
export function parseRecord<C extends CollectionName>(name: C, value: unknown): CatalogRecord<C> {
  const schema: z.ZodType = COLLECTIONS[name];
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as CatalogRecord<C>;
  const id = idOf(value);
  throw invalid(`The change to “${id}” in ${name}`, parsed.error, { collection: name, id });
}

/**
 * A change that fits over the record that it changes. A patch is judged by the record that it leads to and
 * keeps only the fields that it named.
 * @throws AppError catalog/invalid-change, catalog/not-found when there is nothing to patch
 */
export function parseChange(
  value: unknown,
  lookup: (collection: CollectionName, id: string) => object | undefined,
): CatalogChange {
  const raw = parseRawChange(value);
  if (raw.type === 'remove') return raw;
  if (raw.type === 'put') {
    return { ...raw, record: parseRecord(raw.collection, raw.record) } as CatalogChange;
  }
  const before = lookup(raw.collection, raw.id);
  if (before === undefined) throw nothingToPatch(raw.collection, raw.id);
  const after = parseRecord(raw.collection, { ...before, ...raw.fields, id: raw.id });
  const named = Object.entries(after).filter(
    ([field]) => field !== 'id' && Object.hasOwn(raw.fields, field),
  );
  return { ...raw, fields: Object.fromEntries(named) } as CatalogChange;
}

function nothingToPatch(name: CollectionName, id: string): AppError {
  return new AppError(
    'catalog/not-found',
    `“${id}” in ${name} cannot be changed: it is not in the catalog (any more).`,
    { details: { collection: name, id } },
  );
}

function invalid(what: string, error: z.ZodError, details: Record<string, unknown>): AppError {
  const problems = error.issues.map(({ path, message }) => ({
    field: path.map(String).join('.'),
    message,
  }));
  const first = problems[0];
  const where = first === undefined || first.field === '' ? '' : ` at ${first.field}`;
  return new AppError(
    'catalog/invalid-change',
    `${what} does not fit the catalog${where}: ${first?.message ?? 'unknown'}.`,
    { details: { ...details, problems }, cause: error },
  );
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '?';
}
