/**
 * @typedef {object} Reporter
 * @property {(line: string) => void} starting something that takes long; said even when quiet
 * @property {(line: string) => void} done
 * @property {(line: string) => void} problem said even when quiet
 */

/**
 * Everything goes to `stream` (stderr), so that a command's own output stays clean.
 * @param {{ write(text: string): unknown, isTTY?: boolean }} stream
 * @param {boolean} quiet
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Reporter}
 */
export function createReporter(stream, quiet, environment) {
  const colours = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  const paint = (/** @type {number} */ colour, /** @type {string} */ text) =>
    colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const write = (/** @type {string} */ mark, /** @type {string} */ line) =>
    void stream.write(`${mark} ${line}\n`);
  return {
    starting: (line) => write(paint(2, 'set-up:'), line),
    done: (line) => {
      if (!quiet) write(paint(32, 'set-up:'), line);
    },
    problem: (line) => write(paint(33, 'set-up!'), line),
  };
}

/**
 * "4 s", "2 min 5 s"
 * @param {number} startedMs
 */
export function elapsed(startedMs) {
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
