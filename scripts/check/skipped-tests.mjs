/** Where it cannot be had: a test which needs it says so in its name. */
const RUNTIME = /Electron['’]s runtime/;
/** Leave to mount a small disk (root has it), blocks that are not shared between copies (APFS does): not everybody's machine has them. */
const DISKS = /\(needs a small disk\)|\(needs a disk that copies\)/;

/**
 * @typedef {object} TestReport
 * @property {readonly { name: string, assertionResults: readonly { fullName: string, status: string }[] }[]} testResults
 */

/**
 * No test is skipped but those which need what not every machine has; where all must be seen (`complete`), none but
 * those for Electron's runtime.
 * @param {TestReport | null} report
 * @param {{ complete: boolean }} options
 * @returns {{ ok: boolean, lines: string[] }}
 */
export function judgeSkips(report, { complete }) {
  if (report === null) return { ok: false, lines: ['FAILED  the tests left no report'] };
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: name, fullName, status })),
  );
  if (tests.length === 0) return { ok: false, lines: ['FAILED  no test was found'] };
  const mayBeSkipped = (/** @type {string} */ name) =>
    RUNTIME.test(name) || (!complete && DISKS.test(name));
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const lines = skipped.map(({ file, fullName }) => {
    const label = mayBeSkipped(fullName) ? 'skipped' : 'FAILED  skipped without leave:';
    return `${label} ${fullName} (${file})`;
  });
  return { ok: skipped.every(({ fullName }) => mayBeSkipped(fullName)), lines };
}
