import { type Format, formatSetSchema } from '../model/format.ts';
import { type FormatProblem, fault, hint } from './format-problem.ts';
import { schemaProblems } from './schema-problems.ts';

/** All that is wrong with a format set among these formats. */
export function findSetProblems(
  input: unknown,
  formats: readonly Format[],
): readonly FormatProblem[] {
  const parsed = formatSetSchema.safeParse(input);
  if (!parsed.success) return schemaProblems(parsed.error);
  const { kind, formatIds } = parsed.data;
  if (formatIds.length === 0) return [hint('formatIds', 'set-empty')];
  return formatIds.flatMap((id, index): readonly FormatProblem[] => {
    const field = `formatIds.${index}`;
    const format = formats.find((each) => each.id === id);
    if (format === undefined) return [fault(field, 'format-unknown', { formatId: id })];
    const named = { formatId: id, formatName: format.name };
    if (format.kind !== kind)
      return [fault(field, 'format-of-other-kind', { ...named, kind: format.kind, setKind: kind })];
    return formatIds.indexOf(id) === index ? [] : [hint(field, 'format-twice', named)];
  });
}
