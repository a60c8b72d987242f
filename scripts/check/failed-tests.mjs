/** Of a message that is longer only this much is repeated, in characters. */
const MESSAGE_LIMIT = 1500;

/**
 * @typedef {object} TestReport
 * @property {readonly TestFile[]} testResults
 *
 * @typedef {object} TestFile
 * @property {string} name
 * @property {string} [status]
 * @property {string} [message] why the file itself could not be run
 * @property {readonly { fullName: string, status: string, failureMessages?: readonly string[] | null }[]} assertionResults
 */

/**
 * What failed and why, once more at the end of a long run, whose beginning may have been cut off.
 * @param {TestReport | null} report
 * @returns {string[]}
 */
export function tellFailures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    const lines = failed.map(
      ({ fullName, failureMessages }) =>
        `FAILED  ${fullName} (${file.name})\n${tell((failureMessages ?? []).join('\n'))}`,
    );
    const brokenFile = file.status === 'failed' && failed.length === 0;
    return brokenFile ? [`FAILED  ${file.name}\n${tell(file.message ?? '')}`] : lines;
  });
}

/** Without the part of the stack that lies outside the tests. */
function tell(/** @type {string} */ message) {
  const lines = message
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || /[\\/]test[\\/]/.test(line));
  const text = lines.map((line) => `        ${line.trim()}`).join('\n');
  return text.length > MESSAGE_LIMIT ? `${text.slice(0, MESSAGE_LIMIT)} …` : text;
}
