/**
 * @typedef {object} SetupOptions
 * @property {boolean} forTests
 * @property {boolean} quiet
 * @property {boolean} help
 * @property {boolean} retry
 * @property {boolean} apt
 * @property {boolean} downloads
 * @property {string | null} problem
 */

export const HELP = `Usage: node scripts/setup.mjs [--for-tests] [--quiet] [--retry]

Brings a fresh clone to where AVlogue runs; says each thing it did or could not do.
Quick when nothing is to do. \`npm start\` and \`npm test\` call it.

  --for-tests  also what the tests need: Chromium
  --quiet      only what takes long and what went wrong
  --retry      try again what failed lately (otherwise once a day)
  --help       this text

It installs the npm packages of package-lock.json, FFmpeg (ffmpeg-static's download, else the
system's, else with apt-get on Debian and Ubuntu where it may), Electron's runtime where there is a
display, and builds the user interface. Outside of this folder it changes nothing but what apt-get
and npm's cache hold.

Environment:
  AVLOGUE_SETUP_NO_APT=1        never call apt-get
  AVLOGUE_SETUP_NO_DOWNLOADS=1  no downloads beside the npm packages
  AVLOGUE_CHROMIUM=PATH         the Chromium or Chrome for the tests
  NO_COLOR=1                    no colours

Exit status: 0 AVlogue can run; 1 it cannot, and why was said; 2 wrong usage.
`;

const FLAGS = ['--for-tests', '--quiet', '--retry', '--help', '-h'];

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {SetupOptions}
 */
export function readOptions(args, environment) {
  const unknown = args.find((argument) => !FLAGS.includes(argument));
  return {
    forTests: args.includes('--for-tests'),
    quiet: args.includes('--quiet'),
    help: args.includes('--help') || args.includes('-h'),
    retry: args.includes('--retry'),
    apt: !isSet(environment.AVLOGUE_SETUP_NO_APT),
    downloads: !isSet(environment.AVLOGUE_SETUP_NO_DOWNLOADS),
    problem: unknown === undefined ? null : `Unknown option: ${unknown}`,
  };
}

/** @param {string | undefined} value */
function isSet(value) {
  return value !== undefined && value !== '' && value !== '0';
}
