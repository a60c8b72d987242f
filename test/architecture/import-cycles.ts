import type { SourceImport } from './source-imports.ts';

/** The first cycle found, as the files along it; null when there is none. */
export function findCycle(imports: readonly SourceImport[]): readonly string[] | null {
  const graph = Map.groupBy(imports, ({ file }) => file);
  const finished = new Set<string>();

  function visit(file: string, path: readonly string[]): readonly string[] | null {
    if (finished.has(file)) return null;
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    for (const { target } of graph.get(file) ?? []) {
      const cycle = target === null ? null : visit(target, [...path, file]);
      if (cycle !== null) return cycle;
    }
    finished.add(file);
    return null;
  }

  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
