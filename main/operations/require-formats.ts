import { offeredFormatSets, offeredFormats } from '../../core/catalog/offer.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Format, FormatSet } from '../../core/model/format.ts';
import type { Catalog } from '../catalog/catalog.ts';

export function allFormats(catalog: Catalog): readonly Format[] {
  return offeredFormats(catalog.all('formats').values());
}

export function allFormatSets(catalog: Catalog): readonly FormatSet[] {
  return offeredFormatSets(catalog.all('formatSets').values());
}

/** @throws AppError input/invalid naming those that do not exist */
export function requireFormats(ids: readonly string[], catalog: Catalog): readonly Format[] {
  return pick(ids, allFormats(catalog), { field: 'formatIds', word: 'format' });
}

/** @throws AppError input/invalid naming those that do not exist */
export function requireFormatSets(ids: readonly string[], catalog: Catalog): readonly FormatSet[] {
  return pick(ids, allFormatSets(catalog), { field: 'formatSetIds', word: 'format set' });
}

function pick<R extends { readonly id: string }>(
  ids: readonly string[],
  offered: readonly R[],
  { field, word }: { readonly field: string; readonly word: string },
): readonly R[] {
  const byId = new Map(offered.map((record) => [record.id, record]));
  return ids.map((id) => {
    const record = byId.get(id);
    if (record !== undefined) return record;
    throw new AppError('input/invalid', `There is no ${word} “${id}”. Choose a listed one.`, {
      details: { field, id },
    });
  });
}
