import { describe, expect, it } from 'vitest';
import { tellFailures } from '../../../scripts/check/failed-tests.mjs';

const PASSED = { fullName: 'y', status: 'passed', failureMessages: [] };

function failedWith(message: string) {
  const failed = { fullName: 'x', status: 'failed', failureMessages: [message] };
  return { testResults: [{ name: 'a.test.ts', assertionResults: [failed, PASSED] }] };
}

describe('failed tests', () => {
  it('are told with the message and the place in the test', () => {
    const stack = ['Error: 1 is not 2', '    at /p/test/a.test.ts:2:1', '    at /p/vitest/run.js'];
    expect(tellFailures(failedWith(stack.join('\n')))).toEqual([
      'FAILED  x (a.test.ts)\n        Error: 1 is not 2\n        at /p/test/a.test.ts:2:1',
    ]);
  });

  it('a message without end is cut', () => {
    const [line = ''] = tellFailures(failedWith('a'.repeat(10_000)));
    expect(line.length).toBeLessThan(2000);
    expect(line.endsWith('…')).toBe(true);
  });

  it('a file that could not be run is told too', () => {
    const file = { name: 'a.test.ts', status: 'failed', message: 'no b.ts', assertionResults: [] };
    expect(tellFailures({ testResults: [file] })).toEqual(['FAILED  a.test.ts\n        no b.ts']);
  });

  it('nothing is told when all passed, or without a report', () => {
    expect(
      tellFailures({ testResults: [{ name: 'a.test.ts', assertionResults: [PASSED] }] }),
    ).toEqual([]);
    expect(tellFailures(null)).toEqual([]);
  });
});
