import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles } from './import-cycles.ts';
import { breach, IMPORT_RULE, RULED_FOLDERS } from './import-rule.ts';
import { misplaced, PACKAGE_PLACES } from './package-places.ts';
import { importsOf, readImports, type SourceImport } from './source-imports.ts';

const project = join(import.meta.dirname, '..', '..');
const folders = RULED_FOLDERS.filter((folder) => existsSync(join(project, folder)));
const imports = readImports(project, folders);

function complaints(judge: (one: SourceImport) => string | null): readonly string[] {
  return imports.flatMap((one) => {
    const complaint = judge(one);
    return complaint === null ? [] : [`${one.file} imports ${one.specifier}: ${complaint}`];
  });
}

describe('the imports of the project', () => {
  it('keep the import rule', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(complaints(breach), `The rule:\n${IMPORT_RULE}`).toEqual([]);
  });

  it('keep each package in its place', () => {
    const table = Object.entries(PACKAGE_PLACES).map(([name, at]) => `${name}: ${at.join(', ')}`);
    expect(complaints(misplaced), `The table:\n${table.join('\n')}`).toEqual([]);
  });

  it('lead to files that are there', () => {
    const lost = imports.filter(
      ({ target }) => target !== null && !existsSync(join(project, target)),
    );
    expect(lost).toEqual([]);
  });

  it('form no cycle', () => {
    expect(findCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
  });
});

function one(file: string, specifier: string): SourceImport {
  const [found] = importsOf(file, `import { x } from '${specifier}';`);
  if (found === undefined) throw new Error('the import was not seen');
  return found;
}

describe('the import rule', () => {
  it.each([
    ['core/planning/a.ts', '../model/plan.ts'],
    ['core/contract/a.ts', '@orpc/contract'],
    ['cli/a.ts', '../main/engine.ts'],
    ['main/engine.ts', 'node:path'],
    ['renderer/client/a.ts', '../../core/contract/contract.ts'],
    ['scripts/start.mjs', '../cli/main.ts'],
  ])('lets %s import %s', (file, specifier) => {
    expect(breach(one(file, specifier))).toBeNull();
  });

  it.each([
    ['core/a.ts', 'node:fs'],
    ['core/a.ts', 'fs'],
    ['core/a.ts', 'react'],
    ['core/a.ts', '../main/engine.ts'],
    ['main/a.ts', '../workers/probe.ts'],
    ['main/engine.ts', './electron/window.ts'],
    ['workers/a.ts', '../main/clock.ts'],
    ['renderer/a.ts', '../main/engine.ts'],
    ['renderer/a.ts', 'node:fs'],
    ['cli/a.ts', '../main/electron/main.ts'],
    ['main/a.ts', '../test/helpers/x.ts'],
    ['scripts/a.mjs', '../cli/connect.ts'],
    ['elsewhere/a.ts', '../core/a.ts'],
  ])('forbids %s to import %s', (file, specifier) => {
    expect(breach(one(file, specifier))).not.toBeNull();
  });

  it.each([
    ['main/catalog/open-catalog.ts', 'lowdb/node'],
    ['workers/convert.ts', 'fluent-ffmpeg'],
    ['main/engine.ts', '@orpc/server'],
    ['main/engine.ts', 'electron'],
  ])('keeps a package in its place: not %s with %s', (file, specifier) => {
    expect(misplaced(one(file, specifier))).not.toBeNull();
  });

  it('sees imports, re-exports, bare, dynamic and type imports over several lines, not comments', () => {
    const source = `import type {\n  A,\n} from './a.ts';
export * from './b.ts';
import './c.ts';
const d = await import('./d.ts');
// import { e } from './e.ts';
/* import { f } from './f.ts'; */`;
    expect(importsOf('x/x.ts', source).map(({ target }) => target)).toEqual([
      'x/a.ts',
      'x/b.ts',
      'x/c.ts',
      'x/d.ts',
    ]);
  });

  it('finds a cycle over several files', () => {
    const circle = [one('x/a.ts', './b.ts'), one('x/b.ts', './c.ts'), one('x/c.ts', './a.ts')];
    expect(findCycles(circle)).toEqual([['x/a.ts', 'x/b.ts', 'x/c.ts', 'x/a.ts']]);
    expect(findCycles(circle.slice(0, 2))).toEqual([]);
  });
});
