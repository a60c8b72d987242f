import type { Format, FormatSet } from '../../model/format.ts';
import type { ImportSaid } from './import-report.ts';

/** What is there already, built-in ones included. */
export interface Shelf {
  readonly formats: readonly Format[];
  readonly formatSets: readonly FormatSet[];
}

export interface ImportedFormats extends ImportSaid {
  /** New ones, with ids that nothing on the shelf has. */
  readonly formats: readonly Format[];
  readonly formatSets: readonly FormatSet[];
}

export function sameRecipe(a: Format, b: Format): boolean {
  return recipeText(a) === recipeText(b);
}

/** Everything but the id and who made it: the same for formats that make the same. */
export function recipeText({ id: _id, builtIn: _builtIn, ...recipe }: Format): string {
  return canonicalText(recipe);
}

export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
}
