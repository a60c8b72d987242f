import { type AttributeProblem, attributeProblem } from '../../core/snippet/attribute-problems.ts';

/** One line of the form; the name may be empty or not allowed while it is typed. */
export interface AttributeLine {
  readonly name: string;
  readonly value: string;
}

/** For each line why the engine would refuse it, or null. */
export function checkAttributes(
  lines: readonly AttributeLine[],
): readonly (AttributeProblem | null)[] {
  const names = lines.map(({ name }) => name);
  return names.map((name, at) => (name === '' ? null : attributeProblem(name, names.slice(0, at))));
}

/** What can be sent: lines with a name that is allowed. */
export function readAttributes(lines: readonly AttributeLine[]): Readonly<Record<string, string>> {
  const problems = checkAttributes(lines);
  return Object.fromEntries(
    lines.flatMap(({ name, value }, at) =>
      name === '' || problems[at] !== null ? [] : [[name, value] as const],
    ),
  );
}
