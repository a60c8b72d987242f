import type { SourceImport } from './source-imports.ts';

/** Every cycle that a walk along the imports closes, as the files along it. */
export function findCycles(imports: readonly SourceImport[]): readonly (readonly string[])[] {
  const graph = Map.groupBy(imports, ({ file }) => file);
  const finished = new Set<string>();
  const cycles: (readonly string[])[] = [];

  function visit(file: string, path: readonly string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || finished.has(file)) return;
    for (const { target } of graph.get(file) ?? []) {
      if (target !== null) visit(target, [...path, file]);
    }
    finished.add(file);
  }

  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
