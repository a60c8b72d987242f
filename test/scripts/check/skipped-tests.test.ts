import { describe, expect, it } from 'vitest';
import { judgeSkips } from '../../../scripts/check/skipped-tests.mjs';

function report(...tests: readonly (readonly [fullName: string, status: string])[]) {
  const assertionResults = tests.map(([fullName, status]) => ({ fullName, status }));
  return { testResults: [{ name: 'a.test.ts', assertionResults }] };
}

describe('skipped tests', () => {
  it('are let pass, and told, when they need Electron’s runtime', () => {
    const { ok, lines } = judgeSkips(
      report(['x (needs Electron’s runtime)', 'skipped'], ['y', 'passed']),
    );
    expect(ok).toBe(true);
    expect(lines).toEqual(['skipped x (needs Electron’s runtime) (a.test.ts)']);
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('fail the check otherwise: %s', (status) => {
    const { ok, lines } = judgeSkips(report(['x', status], ['y', 'passed']));
    expect(ok).toBe(false);
    expect(lines[0]).toContain('x (a.test.ts)');
  });

  it('a run without a report or without tests fails', () => {
    expect(judgeSkips(null).ok).toBe(false);
    expect(judgeSkips(report()).ok).toBe(false);
  });
});
