import { AppError } from '../../core/errors/app-error.ts';
import { BUILT_IN_FORMAT_SETS } from '../../core/formats/built-in-formats.ts';
import { findSetProblems } from '../../core/formats/find-set-problems.ts';
import type { FormatSet } from '../../core/model/format.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { requireFormatSetUnused } from './format-usage.ts';
import type { Implementer } from './implementer.ts';
import type { OperationNeeds } from './needs.ts';
import { refuseProblems } from './refuse-problems.ts';
import { allFormatSets, allFormats } from './require-formats.ts';
import { notFound } from './require-record.ts';

export function formatSetOperations({ formatSets }: Implementer, { catalog }: OperationNeeds) {
  return {
    list: formatSets.list.handler(() => allFormatSets(catalog)),
    save: formatSets.save.handler(async ({ input }) => {
      refuseBuiltIn(input.id, input.name);
      const record = { ...input, builtIn: false };
      refuseProblems(record.name, findSetProblems(record, allFormats(catalog)));
      refuseNewKind(record, catalog);
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

/** Watch folders, settings and media expect the kind that they chose. */
function refuseNewKind({ id, kind }: FormatSet, catalog: Catalog): void {
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
