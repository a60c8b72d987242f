import type { LeftOutRow } from '../../contract/formats.ts';
import type { Format, FormatSet } from '../../model/format.ts';
import type { MediaKind } from '../../model/scalars.ts';
import { buildFormatFromRow, unknownFields } from './django-format.ts';
import { type DjangoRow, djangoRowSchema, formatSetFields } from './django-row.ts';
import { createImportReport, type ImportReport } from './import-report.ts';
import { type ImportedFormats, recipeText, type Shelf } from './imported-formats.ts';
import { nameOfRow } from './left-out.ts';
import { makeId } from './make-id.ts';
import { refuseManyRows } from './most-rows.ts';

const FORMAT_MODELS: Readonly<Record<string, MediaKind>> = {
  'avlogue.videoformat': 'video',
  'avlogue.audioformat': 'audio',
};

const SET_MODELS: Readonly<Record<string, MediaKind>> = {
  'avlogue.videoformatset': 'video',
  'avlogue.audioformatset': 'audio',
};

export function isDjangoFixture(data: unknown): data is readonly unknown[] {
  return Array.isArray(data) && data.some((row) => modelOf(row).startsWith('avlogue.'));
}

/** Formats and format sets of the old AVlogue; whatever else its fixtures held is noted and left out. */
export function parseDjangoFixture(rows: readonly unknown[], shelf: Shelf): ImportedFormats {
  const report = createImportReport();
  const readable = readRows(rows, report);
  refuseManyRows(readable);
  const { formats, idOf } = takeFormats(readable, shelf, report);
  const formatSets = takeSets(readable, { shelf, idOf, report });
  return { formats, formatSets, ...report.said() };
}

/** With its place in the file, from 1 on. */
interface PlacedRow extends DjangoRow {
  readonly row: number;
}

function leaveOut(
  report: ImportReport,
  row: PlacedRow,
  { field, message }: Pick<LeftOutRow, 'field' | 'message'>,
): void {
  const what = Object.hasOwn(FORMAT_MODELS, row.model) ? 'format' : 'format-set';
  report.leaveOut(
    { what, row: row.row, name: nameOfRow(row.fields), field, message, problem: null },
    `${titleOf(row)} was left out. ${field === '' ? '' : `${field}: `}${message}`,
  );
}

function readRows(rows: readonly unknown[], report: ImportReport): readonly PlacedRow[] {
  const strangers = new Map<string, number>();
  const readable: PlacedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = djangoRowSchema.safeParse(row);
    const model = modelOf(row);
    if (!parsed.success) {
      const message = 'It is no row of a fixture.';
      const place = { what: 'row', row: index + 1, name: null, field: '' } as const;
      report.leaveOut({ ...place, message, problem: null });
    } else if (Object.hasOwn(FORMAT_MODELS, model) || Object.hasOwn(SET_MODELS, model))
      readable.push({ ...parsed.data, model, row: index + 1 });
    else strangers.set(model, (strangers.get(model) ?? 0) + 1);
  }
  for (const [model, count] of strangers)
    report.note('fixture', {
      text: `${count === 1 ? '1 row' : `${count} rows`} of ${model.slice(0, 80)}: not about formats, left out.`,
    });
  return readable;
}

function takeFormats(rows: readonly PlacedRow[], shelf: Shelf, report: ImportReport) {
  const taken = new Set(shelf.formats.map(({ id }) => id));
  const idOf = new Map<string, string>();
  const formats: Format[] = [];
  const idByRecipe = new Map(shelf.formats.toReversed().map((each) => [recipeText(each), each.id]));
  for (const row of rows) {
    const kind = FORMAT_MODELS[row.model];
    if (kind === undefined) continue;
    const built = buildFormatFromRow(row, kind);
    if (!built.ok) {
      leaveOut(report, row, { field: built.field, message: built.reason });
      continue;
    }
    const details = unknownFields(row, kind).map((name) => `the field ${name} is not known.`);
    for (const note of [...built.notes, ...details])
      report.note('fixture', { text: `${titleOf(row)}: ${note}` });
    const recipe = recipeText({ ...built.format, id: '' });
    const twinId = idByRecipe.get(recipe);
    if (twinId !== undefined) report.note('fixture', { text: `${titleOf(row)} is there already.` });
    const id = twinId ?? makeId(built.format.name, 'format', taken);
    idOf.set(keyOf(kind, row.pk), id);
    idByRecipe.set(recipe, id);
    if (twinId === undefined) formats.push({ ...built.format, id });
  }
  return { formats, idOf };
}

interface SetContext {
  readonly shelf: Shelf;
  readonly idOf: ReadonlyMap<string, string>;
  readonly report: ImportReport;
}

function takeSets(rows: readonly PlacedRow[], context: SetContext): readonly FormatSet[] {
  const taken = new Set(context.shelf.formatSets.map(({ id }) => id));
  return rows.flatMap((row) => {
    const kind = SET_MODELS[row.model];
    const set = kind === undefined ? null : buildSet(row, kind, context);
    return set === null ? [] : [{ ...set, id: makeId(set.name, 'set', taken) }];
  });
}

function buildSet(
  row: PlacedRow,
  kind: MediaKind,
  { shelf, idOf, report }: SetContext,
): Omit<FormatSet, 'id'> | null {
  const parsed = formatSetFields.safeParse(row.fields);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    leaveOut(report, row, { field: issue?.path.join('.') ?? '', message: `${issue?.message}.` });
    return null;
  }
  const { name, formats } = parsed.data;
  const found = formats.flatMap((pk) => idOf.get(keyOf(kind, pk)) ?? []);
  const missing = formats.filter((pk) => !idOf.has(keyOf(kind, pk)));
  if (missing.length > 0)
    report.note('fixture', {
      text: `${titleOf(row)} named formats that did not come in: ${missing.join(', ')}.`,
    });
  const formatIds = [...new Set(found)];
  if (formatIds.length === 0) {
    leaveOut(report, row, { field: '', message: 'None of its formats came in.' });
    return null;
  }
  const isThere = shelf.formatSets.some(
    (each) =>
      each.name === name && each.kind === kind && each.formatIds.join() === formatIds.join(),
  );
  if (!isThere)
    return { name, description: 'From the old AVlogue.', kind, builtIn: false, formatIds };
  report.note('fixture', { text: `${titleOf(row)} is there already.` });
  return null;
}

/** Audio and video formats were counted apart. */
function keyOf(kind: MediaKind, pk: DjangoRow['pk']): string {
  return `${kind} ${pk ?? ''}`;
}

const TITLES: Readonly<Record<string, string>> = {
  'avlogue.videoformat': 'The video format',
  'avlogue.audioformat': 'The audio format',
  'avlogue.videoformatset': 'The video format set',
  'avlogue.audioformatset': 'The audio format set',
};

function titleOf({ model, pk, fields }: DjangoRow): string {
  const name = typeof fields.name === 'string' ? fields.name.slice(0, 100) : String(pk ?? '?');
  return `${TITLES[model] ?? model} “${name}”`;
}

/** Django writes model names in lower case; people who edit fixtures do not always. */
function modelOf(row: unknown): string {
  const named = djangoRowSchema.pick({ model: true }).safeParse(row);
  return named.success ? named.data.model.toLowerCase() : '';
}
