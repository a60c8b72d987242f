import type { FormatProblem } from '../../core/contract/formats.ts';
import type { Format } from '../../core/model/format.ts';
export function findFormatProblems(_format: Format): readonly FormatProblem[] {
  return [];
}
