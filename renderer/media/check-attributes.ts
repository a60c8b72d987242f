import { AppError } from '../../core/errors/app-error.ts';
import { parseSnippetOptions } from '../../core/snippet/parse-options.ts';

/** One line of the form; the name may be empty or not allowed while it is typed. */
export interface AttributeLine {
  readonly name: string;
  readonly value: string;
}

/** For each line why the engine would refuse it, or null. */
export function checkAttributes(lines: readonly AttributeLine[]): readonly (string | null)[] {
  return lines.map(({ name }, at) => {
    if (name === '') return null;
    const before = lines.slice(0, at).map((line) => line.name);
    const twin = before.find((one) => one.toLowerCase() === name.toLowerCase());
    // two spellings of one name: an object could not hold the same one twice
    if (twin !== undefined) return refusalOf([name.toLowerCase(), name.toUpperCase()]);
    return refusalOf([name]);
  });
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

function refusalOf(names: readonly string[]): string | null {
  try {
    parseSnippetOptions({ attributes: Object.fromEntries(names.map((name) => [name, ''])) });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
