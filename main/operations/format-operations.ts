import type { FormatProblem } from '../../core/contract/formats.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { BUILT_IN_FORMATS } from '../../core/formats/built-in-formats.ts';
import { findFormatProblems } from '../../core/formats/find-format-problems.ts';
import { type Format, formatSchema } from '../../core/model/format.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { formatCommand } from './format-command.ts';
import { requireFormatUnused } from './format-usage.ts';
import type { Implementer } from './implementer.ts';
import { importFormats } from './import-formats.ts';
import { missingEncoders } from './missing-encoders.ts';
import type { OperationNeeds } from './needs.ts';
import { refuseProblems } from './refuse-problems.ts';
import { allFormatSets, allFormats } from './require-formats.ts';
import { notFound } from './require-record.ts';

export function formatOperations({ formats }: Implementer, { catalog, binaries }: OperationNeeds) {
  const get = (id: string) => {
    const format = allFormats(catalog).find((one) => one.id === id);
    if (format === undefined) throw notFound('formats', id);
    return format;
  };
  const put = (record: Format) => catalog.commit([{ type: 'put', collection: 'formats', record }]);

  return {
    list: formats.list.handler(() => {
      const { encoders } = binaries();
      return allFormats(catalog).map((format) => {
        const missing = missingEncoders(format, encoders);
        return { ...format, available: missing.length === 0, missingEncoders: missing };
      });
    }),
    validate: formats.validate.handler(({ input }) => validate(input.format, binaries().encoders)),
    save: formats.save.handler(async ({ input }) => {
      refuseBuiltIn(input.id, input.name);
      const format = { ...input, builtIn: false };
      refuseProblems(format.name, findFormatProblems(format));
      refuseNewKind(format, catalog);
      await put(format);
      return format;
    }),
    duplicate: formats.duplicate.handler(async ({ input }) => {
      const original = get(input.id);
      const copy = {
        ...original,
        id: freeId(original.id, catalog),
        name: (input.name ?? `${original.name} (copy)`).slice(0, 100),
        builtIn: false,
      };
      await put(copy);
      return copy;
    }),
    remove: formats.remove.handler(async ({ input: { id } }) => {
      refuseBuiltIn(id, get(id).name);
      requireFormatUnused(id, catalog);
      await catalog.commit([{ type: 'remove', collection: 'formats', id }]);
      return {};
    }),
    import: formats.import.handler(({ input }) => importFormats(input.json, catalog)),
    export: formats.export.handler(({ input: { formatIds, formatSetIds } }) => {
      const everything = formatIds === undefined && formatSetIds === undefined;
      const sets = allFormatSets(catalog).filter((set) =>
        everything ? !set.builtIn : formatSetIds?.includes(set.id),
      );
      const wanted = new Set([...(formatIds ?? []), ...sets.flatMap((set) => set.formatIds)]);
      return {
        avlogue: 'formats' as const,
        version: 1 as const,
        formats: allFormats(catalog).filter((format) =>
          everything ? !format.builtIn : wanted.has(format.id) && isAsked(format),
        ),
        formatSets: sets,
      };

      /** Built-in formats of an exported set are everywhere already. */
      function isAsked({ id, builtIn }: Format): boolean {
        return !builtIn || (formatIds?.includes(id) ?? false);
      }
    }),
  };
}

/** As one types: nothing is thrown, each fault is named with its field. */
function validate(
  input: unknown,
  encoders: ReadonlySet<string>,
): { readonly problems: readonly FormatProblem[]; readonly command: string | null } {
  const problems = findFormatProblems(input);
  const broken = problems.some(({ severity }) => severity === 'error');
  const parsed = formatSchema.safeParse(input);
  const command = broken || !parsed.success ? null : formatCommand(parsed.data, encoders);
  return { problems, command };
}

/** A set holds formats of one kind only. */
function refuseNewKind({ id, kind }: Format, catalog: Catalog): void {
  const standing = catalog.get('formats', id);
  if (standing !== undefined && standing.kind !== kind) requireFormatUnused(id, catalog);
}

function refuseBuiltIn(id: string, name: string): void {
  if (!BUILT_IN_FORMATS.some((format) => format.id === id)) return;
  throw new AppError(
    'format/built-in',
    `The format “${name}” is built in and cannot be changed. Duplicate it and change the copy.`,
    { details: { id } },
  );
}

function freeId(id: string, catalog: Catalog): string {
  const taken = new Set(allFormats(catalog).map((format) => format.id));
  for (let number = 1; ; number += 1) {
    const candidate = `${id.slice(0, 90)}-copy${number === 1 ? '' : `-${number}`}`;
    if (!taken.has(candidate)) return candidate;
  }
}
