import {
  formatProblemSchema,
  type ImportRemark,
  type LeftOutRow,
} from '../../core/contract/formats.ts';
import { fieldName } from '../formats/field-name.ts';
import { deImportRemarks, deRows } from './de-imports.ts';
import { explainProblem } from './explain.ts';
import type { Language } from './language.ts';
import { writeGerman } from './write-german.ts';

export interface ImportSaid {
  readonly leftOut: readonly LeftOutRow[];
  readonly remarks: readonly ImportRemark[];
}

/** What an import changed, found again or left out, a sentence or two each. */
export function explainImport(said: ImportSaid, language: Language): readonly string[] {
  return said.remarks.map((remark) =>
    language.code === 'de' ? inGerman(remark, said, language) : remark.message,
  );
}

function inGerman(
  { code, facts, message }: ImportRemark,
  { leftOut }: ImportSaid,
  language: Language,
): string {
  const row = code === 'left-out' ? leftOut[Number(facts.place)] : undefined;
  if (row !== undefined) return explainLeftOut(row, language);
  const problem = formatProblemSchema.pick({ code: true, facts: true }).safeParse({
    code: facts.problem,
    facts,
  });
  const why = problem.success
    ? explainProblem({ ...problem.data, message: String(facts.why) }, language)
    : (facts.why ?? null);
  return writeGerman(deImportRemarks[code], { ...facts, why }, language.figures) ?? message;
}

function explainLeftOut(
  { what, row, name, field, problem, message }: LeftOutRow,
  language: Language,
): string {
  const called = name === null ? '' : ` „${name}“`;
  const where = field === '' ? '' : `${fieldName(field, language.t)}: `;
  const why = problem === null ? message : explainProblem({ ...problem, message }, language);
  return `${deRows[what]} ${row}${called} wurde ausgelassen. ${where}${why}`;
}
