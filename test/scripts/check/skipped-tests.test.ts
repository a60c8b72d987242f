import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeSkips } from '../../../scripts/check/skipped-tests.mjs';

function report(...tests: readonly (readonly [fullName: string, status: string])[]) {
  const assertionResults = tests.map(([fullName, status]) => ({ fullName, status }));
  return { testResults: [{ name: 'a.test.ts', assertionResults }] };
}

describe('skipped tests', () => {
  it.each(['Electron’s runtime', 'a small disk', 'a disk that copies'])(
    'are let pass, and told, when they need %s',
    (need) => {
      const told = report([`x (needs ${need})`, 'skipped'], ['y', 'passed']);
      const { ok, lines } = judgeSkips(told, { complete: false });
      expect(ok).toBe(true);
      expect(lines).toEqual([`skipped x (needs ${need}) (a.test.ts)`]);
    },
  );

  it.each([
    ['Electron’s runtime', true],
    ['a small disk', false],
    ['a disk that copies', false],
  ])('where all must be seen, %s may be lacking: %s', (need, isAllowed) => {
    const told = report([`x (needs ${need})`, 'skipped'], ['y', 'passed']);
    expect(judgeSkips(told, { complete: true }).ok).toBe(isAllowed);
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('fail the check otherwise: %s', (status) => {
    const { ok, lines } = judgeSkips(report(['x', status], ['y', 'passed']), {
      complete: false,
    });
    expect(ok).toBe(false);
    expect(lines[0]).toContain('x (a.test.ts)');
  });

  it('every test that may be skipped says in its name what it needs', async () => {
    for (const file of await readdir('test', { recursive: true })) {
      if (!/\.test\.tsx?$/.test(file) || file.endsWith('skipped-tests.test.ts')) continue;
      const text = await readFile(join('test', file), 'utf8');
      const notes = text.match(/context\.skip\(|skipIf\(/g) ?? [];
      if (notes.length > 0) expect(text, file).toMatch(/\(needs a |Electron’s runtime/);
    }
  });

  it('a run without a report or without tests fails', () => {
    expect(judgeSkips(null, { complete: false }).ok).toBe(false);
    expect(judgeSkips(report(), { complete: false }).ok).toBe(false);
  });
});
