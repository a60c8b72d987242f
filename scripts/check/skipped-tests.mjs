/** The one thing that a machine may lack; a test which needs it says so in its name. */
const ALLOWED = /Electron['’]s runtime/;

/**
 * @typedef {object} TestReport
 * @property {readonly { name: string, assertionResults: readonly { fullName: string, status: string }[] }[]} testResults
 */

/**
 * No test is skipped but those which need Electron's runtime.
 * @param {TestReport | null} report
 * @returns {{ ok: boolean, lines: string[] }}
 */
export function judgeSkips(report) {
  if (report === null) return { ok: false, lines: ['FAILED  the tests left no report'] };
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: name, fullName, status })),
  );
  if (tests.length === 0) return { ok: false, lines: ['FAILED  no test was found'] };
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const lines = skipped.map(({ file, fullName }) => {
    const label = ALLOWED.test(fullName) ? 'skipped' : 'FAILED  skipped without leave:';
    return `${label} ${fullName} (${file})`;
  });
  return { ok: skipped.every(({ fullName }) => ALLOWED.test(fullName)), lines };
}
