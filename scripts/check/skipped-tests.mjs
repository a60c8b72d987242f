/**
 * What a machine may lack: Electron where it cannot be had, leave to mount a small disk (few have it), blocks that are
 * not shared between copies (as on APFS). A test which needs one of them says so in its name.
 */
const ALLOWED = /Electron['’]s runtime|\(needs a small disk\)|\(needs a disk that copies\)/;

/**
 * @typedef {object} TestReport
 * @property {readonly { name: string, assertionResults: readonly { fullName: string, status: string }[] }[]} testResults
 */

/**
 * No test is skipped but those which need what not every machine has.
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
