import { AppError } from '../../core/errors/app-error.ts';
import { BUILT_IN_FORMAT_SETS } from '../../core/formats/built-in-formats.ts';
import type { FormatSet } from '../../core/model/format.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { requireFormatSetUnused } from './format-usage.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';
import { allFormatSets, requireFormats } from './require-formats.ts';
import { notFound } from './require-record.ts';

export function formatSetOperations({ formatSets }: Implementer, { catalog }: OperationNeeds) {
  return {
    list: formatSets.list.handler(() => allFormatSets(catalog)),
    save: formatSets.save.handler(async ({ input }) => {
      refuseBuiltIn(input.id, input.name);
      const record = { ...input, builtIn: false };
      requireOneKind(record, catalog);
      await catalog.commit([{ type: 'put', collection: 'formatSets', record }]);
      return record;
    }),
    remove: formatSets.remove.handler(async ({ input: { id } }) => {
      const set = allFormatSets(catalog).find((one) => one.id === id);
      if (set === undefined) throw notFound('formatSets', id);
      refuseBuiltIn(id, set.name);
      requireFormatSetUnused(id, catalog);
      await catalog.commit([{ type: 'remove', collection: 'formatSets', id }]);
      return {};
    }),
  };
}

/** @throws AppError input/invalid, catalog/conflict */
function requireOneKind({ id, kind, formatIds }: FormatSet, catalog: Catalog): void {
  const stranger = requireFormats(formatIds, catalog).find((format) => format.kind !== kind);
  if (stranger !== undefined) {
    throw new AppError(
      'input/invalid',
      `The format “${stranger.name}” is for ${stranger.kind} and does not go into a set for ${kind}.`,
      { details: { field: 'formatIds', id: stranger.id } },
    );
  }
  const standing = catalog.get('formatSets', id);
  if (standing !== undefined && standing.kind !== kind) requireFormatSetUnused(id, catalog);
}

function refuseBuiltIn(id: string, name: string): void {
  if (!BUILT_IN_FORMAT_SETS.some((set) => set.id === id)) return;
  throw new AppError(
    'format/built-in',
    `The format set “${name}” is built in and cannot be changed. Make one of your own.`,
    { details: { id } },
  );
}
