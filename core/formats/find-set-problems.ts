import { type Format, formatSetSchema } from '../model/format.ts';
import { type FormatProblem, fault, hint, schemaProblems } from './format-problem.ts';

/** All that is wrong with a format set among these formats. */
export function findSetProblems(
  input: unknown,
  formats: readonly Format[],
): readonly FormatProblem[] {
  const parsed = formatSetSchema.safeParse(input);
  if (!parsed.success) return schemaProblems(parsed.error);
  const { kind, formatIds } = parsed.data;
  if (formatIds.length === 0)
    return [
      hint('formatIds', 'set-empty', 'Without formats only the devices decide what is made.'),
    ];
  return formatIds.flatMap((id, index): readonly FormatProblem[] => {
    const field = `formatIds.${index}`;
    const format = formats.find((each) => each.id === id);
    if (format === undefined)
      return [fault(field, 'format-unknown', `There is no format “${id}”.`)];
    if (format.kind !== kind)
      return [
        fault(
          field,
          'format-of-other-kind',
          `“${format.name}” is for ${format.kind} and does not go into a set for ${kind}.`,
        ),
      ];
    return formatIds.indexOf(id) === index
      ? []
      : [hint(field, 'format-twice', `“${format.name}” is in the set already.`)];
  });
}
