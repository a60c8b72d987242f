import { builtinModules } from 'node:module';
import type { SourceImport } from './source-imports.ts';

export const IMPORT_RULE = `Every folder may import itself and core; core imports only itself, zod and the contract library;
cli may also import main, except main/electron; inside main nothing but its entry imports main/electron;
workers are started by file name, never imported; scripts may hand over to cli/main.ts;
tests may import all, nothing imports tests. core knows neither Node nor the DOM; the renderer no Node.`;

interface FolderRule {
  /** Top folders beside itself. */
  readonly folders: readonly string[];
  readonly node: boolean;
  /** null: any that package-places.ts lets in. */
  readonly packages: readonly string[] | null;
}

const RULES: Readonly<Record<string, FolderRule>> = {
  core: { folders: [], node: false, packages: ['zod', '@orpc/contract'] },
  main: { folders: ['core'], node: true, packages: null },
  workers: { folders: ['core'], node: true, packages: null },
  preload: { folders: ['core'], node: false, packages: null },
  renderer: { folders: ['core'], node: false, packages: null },
  cli: { folders: ['core', 'main'], node: true, packages: null },
  scripts: { folders: ['core', 'cli'], node: true, packages: [] },
};

/** Run by a tool, not part of the folder's program. */
const TOOL_FILES = new Set(['renderer/vite.config.ts']);
const NODE_MODULES = new Set(builtinModules);

export const RULED_FOLDERS = Object.keys(RULES);

/** What is wrong with one import, or null. */
export function breach({ file, specifier, target }: SourceImport): string | null {
  const folder = topFolder(file);
  const rule = RULES[folder];
  if (rule === undefined) return `no rule says what ${folder}/ may import`;
  if (TOOL_FILES.has(file)) return null;
  if (target !== null) return fileBreach(file, target, rule);
  if (specifier.startsWith('node:') || NODE_MODULES.has(packageName(specifier))) {
    return rule.node ? null : `${folder}/ must not use Node’s ${specifier}`;
  }
  const allowed = rule.packages?.includes(packageName(specifier)) ?? true;
  return allowed ? null : `${folder}/ must not import the package ${specifier}`;
}

function fileBreach(file: string, target: string, rule: FolderRule): string | null {
  const [from, to] = [topFolder(file), topFolder(target)];
  if (target === 'package.json') return null;
  if (target.startsWith('main/electron/') && !file.startsWith('main/electron/')) {
    return 'nothing but main’s entry may import main/electron';
  }
  if (from === 'scripts' && to === 'cli') {
    return target === 'cli/main.ts' ? null : 'scripts/ may only hand over to cli/main.ts';
  }
  return from === to || rule.folders.includes(to) ? null : `${from}/ must not import ${to}/`;
}

function topFolder(file: string): string {
  return file.split('/')[0] ?? '';
}

/** `@scope/name/part` is `@scope/name`. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
