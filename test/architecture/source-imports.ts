import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface SourceImport {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly specifier: string;
  /** The imported file for relative specifiers; null for packages and Node's own modules. */
  readonly target: string | null;
}

const SOURCE = /\.(ts|tsx|mts|mjs|js)$/;
const IGNORED = new Set(['node_modules', 'dist']);
const STATEMENTS = [
  /^\s*(?:import|export)\s[^'";]*?\sfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  /\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm,
];

export function readImports(
  projectFolder: string,
  folders: readonly string[],
): readonly SourceImport[] {
  return folders
    .flatMap((folder) => sourceFiles(projectFolder, folder))
    .flatMap((file) => importsOf(file, readFileSync(join(projectFolder, file), 'utf8')));
}

export function importsOf(file: string, source: string): readonly SourceImport[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  const specifiers = STATEMENTS.flatMap((statement) =>
    [...code.matchAll(statement)].flatMap(([, specifier]) => specifier ?? []),
  );
  return [...new Set(specifiers)].map((specifier) => ({
    file,
    specifier,
    target: specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : null,
  }));
}

export function sourceFiles(projectFolder: string, folder: string): readonly string[] {
  const entries = readdirSync(join(projectFolder, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : sourceFiles(projectFolder, path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}
