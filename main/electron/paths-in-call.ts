import { z } from 'zod';

/** Why the page names a path: shown in the question to the person. */
export type PathUse = 'read' | 'watch' | 'publish' | 'run';

export interface NamedPath {
  readonly path: string;
  readonly use: PathUse;
}

const one = z.object({ path: z.string() });
const many = z.object({ paths: z.array(z.string()) });
const tools = z.object({
  ffmpegPath: z.string().nullable().optional(),
  ffprobePath: z.string().nullable().optional(),
});

/** Every operation of the contract that takes a path of this machine, and what it does there. */
const PATHS_OF: Readonly<Record<string, (input: unknown) => readonly NamedPath[]>> = {
  'import.paths': (input) => named(read(many, input)?.paths ?? [], 'read'),
  'media.planPath': (input) => named(pathIn(input), 'read'),
  'import.saveWatchFolder': (input) => named(pathIn(input), 'watch'),
  'publish.saveTarget': (input) => named(pathIn(input), 'publish'),
  'system.updateSettings': (input) => {
    const { ffmpegPath, ffprobePath } = read(tools, input) ?? {};
    return named(
      [ffmpegPath, ffprobePath].filter((path) => typeof path === 'string'),
      'run',
    );
  },
};

/** The operations in the table; a test compares them with the contract. */
export const OPERATIONS_WITH_PATHS: readonly string[] = Object.keys(PATHS_OF);

/** The paths that a call names. Malformed input names none: the operation refuses it by itself. */
export function pathsInCall(operation: readonly string[], input: unknown): readonly NamedPath[] {
  return PATHS_OF[operation.join('.')]?.(input) ?? [];
}

function named(paths: readonly string[], use: PathUse): readonly NamedPath[] {
  return paths.map((path) => ({ path, use }));
}

function pathIn(input: unknown): readonly string[] {
  const path = read(one, input)?.path;
  return path === undefined ? [] : [path];
}

function read<S extends z.ZodType>(schema: S, input: unknown): z.output<S> | null {
  const parsed = schema.safeParse(input);
  return parsed.success ? parsed.data : null;
}
