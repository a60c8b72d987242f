import { z } from 'zod';
import type { FormatsFile, LeftOutRow } from '../../contract/formats.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Facts } from '../../model/facts.ts';
import { type Format, type FormatSet, formatSchema, formatSetSchema } from '../../model/format.ts';
import { findFormatProblems } from '../find-format-problems.ts';
import { findSetProblems } from '../find-set-problems.ts';
import { type FormatProblem, fault } from '../format-problem.ts';
import { createImportReport, type ImportReport } from './import-report.ts';
import { canonicalText, type ImportedFormats, type Shelf, sameRecipe } from './imported-formats.ts';
import { nameOfRow } from './left-out.ts';
import { makeId } from './make-id.ts';
import { refuseManyRows } from './most-rows.ts';

const VERSION: FormatsFile['version'] = 1;

/** Rows stay unknown, so that one that is wrong does not cost the others. */
const fileSchema = z.object({
  avlogue: z.literal('formats'),
  version: z.number(),
  formats: z.array(z.unknown()).readonly().default([]),
  formatSets: z.array(z.unknown()).readonly().default([]),
});

export type LooseFormatsFile = Readonly<z.infer<typeof fileSchema>>;

export function isFormatsFile(data: unknown): data is LooseFormatsFile {
  return fileSchema.safeParse(data).success;
}

/** What `formats.export` wrote. @throws AppError format/import-unreadable for a newer version */
export function parseFormatsFile(data: LooseFormatsFile, shelf: Shelf): ImportedFormats {
  const file = fileSchema.parse(data);
  if (file.version !== VERSION) throw newerVersion(file.version);
  refuseManyRows(file.formats, file.formatSets);
  const report = createImportReport();
  const { formats, idOf } = takeFormats(file.formats, shelf, report);
  const known = [...shelf.formats, ...formats];
  const formatSets = takeSets(file.formatSets, { shelf, known, idOf, report });
  return { formats, formatSets, ...report.said() };
}

function takeFormats(rows: readonly unknown[], shelf: Shelf, report: ImportReport) {
  const taken = new Set(shelf.formats.map(({ id }) => id));
  const idOf = new Map<string, string>();
  const formats: Format[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = formatSchema.safeParse(row);
    const problem = findFormatProblems(row, []).find(isFault);
    if (!parsed.success || problem !== undefined) {
      report.leaveOut(refusal({ what: 'format', row: index + 1 }, row, problem));
      continue;
    }
    const twin = shelf.formats.find(
      (each) => each.id === parsed.data.id && sameRecipe(each, parsed.data),
    );
    if (twin !== undefined) report.note('format-there', { name: twin.name });
    const id = twin?.id ?? makeId(parsed.data.id, 'format', taken);
    idOf.set(parsed.data.id, id);
    if (twin !== undefined) continue;
    formats.push({ ...parsed.data, id, builtIn: false });
    if (id !== parsed.data.id) report.note('format-renamed', renaming(parsed.data, id));
  }
  return { formats, idOf };
}

interface SetContext {
  readonly shelf: Shelf;
  /** Formats that a set may name. */
  readonly known: readonly Format[];
  /** From an id in the file to the one it got. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

function takeSets(rows: readonly unknown[], context: SetContext): readonly FormatSet[] {
  const { shelf, known, report } = context;
  const taken = new Set(shelf.formatSets.map(({ id }) => id));
  return rows.flatMap((row, index): readonly FormatSet[] => {
    const parsed = formatSetSchema.safeParse(row);
    if (!parsed.success) {
      const [problem] = findSetProblems(row, known);
      report.leaveOut(refusal({ what: 'format-set', row: index + 1 }, row, problem));
      return [];
    }
    const set = withKnownFormats(parsed.data, context);
    const twin = shelf.formatSets.find((each) => each.id === set.id && sameSet(each, set));
    if (twin !== undefined) {
      report.note('format-set-there', { name: twin.name });
      return [];
    }
    const id = makeId(set.id, 'set', taken);
    if (id !== set.id) report.note('format-set-renamed', renaming(set, id));
    return [{ ...set, id, builtIn: false }];
  });
}

function withKnownFormats(set: FormatSet, { known, idOf, report }: SetContext): FormatSet {
  const formatIds = set.formatIds.map((id) => idOf.get(id) ?? id);
  const faults = findSetProblems({ ...set, formatIds }, known).filter(isFault);
  for (const { code, facts, message } of faults)
    report.note('set-without', { ...facts, name: set.name, problem: code, why: message });
  const refused = new Set(faults.map(({ field }) => field));
  return { ...set, formatIds: formatIds.filter((_, index) => !refused.has(`formatIds.${index}`)) };
}

function sameSet(a: FormatSet, b: FormatSet): boolean {
  return canonicalText({ ...a, builtIn: false }) === canonicalText({ ...b, builtIn: false });
}

function isFault({ severity }: FormatProblem): boolean {
  return severity === 'error';
}

function refusal(
  place: Pick<LeftOutRow, 'what' | 'row'>,
  row: unknown,
  problem: FormatProblem | undefined,
): LeftOutRow {
  const { field, code, facts, message } = problem ?? fault('', 'schema');
  return { ...place, name: nameOfRow(row), field, message, problem: { code, facts } };
}

function renaming({ id, name }: { id: string; name: string }, newId: string): Facts {
  return { name, newId, id };
}

function newerVersion(version: number): AppError {
  return new AppError(
    'format/import-unreadable',
    `The file is of version ${version}, this AVlogue reads version ${VERSION}. Update AVlogue.`,
    { details: { version } },
  );
}
