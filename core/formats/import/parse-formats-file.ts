import { z } from 'zod';
import type { FormatsFile, LeftOutRow } from '../../contract/formats.ts';
import { AppError } from '../../errors/app-error.ts';
import { type Format, type FormatSet, formatSchema, formatSetSchema } from '../../model/format.ts';
import { findFormatProblems } from '../find-format-problems.ts';
import { findSetProblems } from '../find-set-problems.ts';
import type { FormatProblem } from '../format-problem.ts';
import { canonicalText, type ImportedFormats, type Shelf, sameRecipe } from './imported-formats.ts';
import { describeLeftOut, nameOfRow } from './left-out.ts';
import { makeId } from './make-id.ts';

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
  const said: Said = { notes: [], leftOut: [] };
  const { formats, idOf } = takeFormats(file.formats, shelf, said);
  const known = [...shelf.formats, ...formats];
  const formatSets = takeSets(file.formatSets, { shelf, known, idOf, said });
  return { formats, formatSets, ...said };
}

interface Said {
  readonly notes: string[];
  readonly leftOut: LeftOutRow[];
}

function leaveOut({ notes, leftOut }: Said, row: LeftOutRow): void {
  leftOut.push(row);
  notes.push(describeLeftOut(row));
}

function takeFormats(rows: readonly unknown[], shelf: Shelf, said: Said) {
  const { notes } = said;
  const taken = new Set(shelf.formats.map(({ id }) => id));
  const idOf = new Map<string, string>();
  const formats: Format[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = formatSchema.safeParse(row);
    const fault = findFormatProblems(row, []).find(isFault);
    if (!parsed.success || fault !== undefined) {
      leaveOut(said, refusal({ what: 'format', row: index + 1 }, row, fault));
      continue;
    }
    const twin = shelf.formats.find(
      (each) => each.id === parsed.data.id && sameRecipe(each, parsed.data),
    );
    if (twin !== undefined) notes.push(`The format “${twin.name}” is there already.`);
    const id = twin?.id ?? makeId(parsed.data.id, 'format', taken);
    idOf.set(parsed.data.id, id);
    if (twin !== undefined) continue;
    formats.push({ ...parsed.data, id, builtIn: false });
    if (id !== parsed.data.id) notes.push(renaming('format', parsed.data, id));
  }
  return { formats, idOf };
}

interface SetContext {
  readonly shelf: Shelf;
  /** Formats that a set may name. */
  readonly known: readonly Format[];
  /** From an id in the file to the one it got. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly said: Said;
}

function takeSets(rows: readonly unknown[], context: SetContext): readonly FormatSet[] {
  const { shelf, known, said } = context;
  const { notes } = said;
  const taken = new Set(shelf.formatSets.map(({ id }) => id));
  return rows.flatMap((row, index): readonly FormatSet[] => {
    const parsed = formatSetSchema.safeParse(row);
    if (!parsed.success) {
      const [problem] = findSetProblems(row, known);
      leaveOut(said, refusal({ what: 'format-set', row: index + 1 }, row, problem));
      return [];
    }
    const set = withKnownFormats(parsed.data, context);
    const twin = shelf.formatSets.find((each) => each.id === set.id && sameSet(each, set));
    if (twin !== undefined) {
      notes.push(`The format set “${twin.name}” is there already.`);
      return [];
    }
    const id = makeId(set.id, 'set', taken);
    if (id !== set.id) notes.push(renaming('format set', set, id));
    return [{ ...set, id, builtIn: false }];
  });
}

function withKnownFormats(set: FormatSet, { known, idOf, said }: SetContext): FormatSet {
  const formatIds = set.formatIds.map((id) => idOf.get(id) ?? id);
  const faults = findSetProblems({ ...set, formatIds }, known).filter(isFault);
  for (const { message } of faults) said.notes.push(`The format set “${set.name}”: ${message}`);
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
  const { field, message } = problem ?? { field: '', message: 'It is not readable.' };
  return { ...place, name: nameOfRow(row), field, message };
}

function renaming(what: string, { id, name }: { id: string; name: string }, newId: string): string {
  return `The ${what} “${name}” came in as ${newId}, since ${id} is taken.`;
}

function newerVersion(version: number): AppError {
  return new AppError(
    'format/import-unreadable',
    `The file is of version ${version}, this AVlogue reads version ${VERSION}. Update AVlogue.`,
    { details: { version } },
  );
}
