import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elapsed } from './reporter.mjs';
import { runCommand } from './run-command.mjs';

const TIMEOUT_MS = 15 * 60 * 1000;
/** All kinds of packages, also where NODE_ENV or npm's settings leave some out: the page is built here. */
const INSTALL = [
  ...['ci', '--include=dev', '--include=optional', '--include=peer'],
  ...['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
];

/** @type {import('./step.mjs').SetupStep} */
export const npmPackages = {
  required: true,
  isOutstanding: async ({ root }) => !isInstalled(root),

  async provide({ root, reporter, environment }) {
    const startedMs = Date.now();
    reporter.starting('Installing the npm packages …');
    const { program, args } = npmCommand(environment);
    const result = await runCommand(program, [...args, ...INSTALL], {
      cwd: root,
      timeoutMs: TIMEOUT_MS,
      environment,
    });
    if (result.ok) {
      reporter.done(`Installed the npm packages (${elapsed(startedMs)}).`);
      return true;
    }
    reporter.problem(`The npm packages could not be installed: ${result.failure}`);
    reporter.problem('AVlogue cannot run without them. Check the network and try again.');
    return false;
  },
};

/**
 * Inside `npm start` the very npm that runs us; by hand the one on the PATH.
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
function npmCommand(environment) {
  const script = environment.npm_execpath;
  if (script !== undefined && /\.c?js$/.test(script) && existsSync(script)) {
    return { program: process.execPath, args: [script] };
  }
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * npm writes node_modules/.package-lock.json last, when all is in its place.
 * @param {string} root
 */
function isInstalled(root) {
  try {
    return agrees(
      readPackages(join(root, 'package-lock.json')),
      readPackages(join(root, 'node_modules', '.package-lock.json')),
    );
  } catch {
    return false;
  }
}

/** @typedef {{ version?: string, optional?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Optional packages may lack (another platform's), but must not stand in another version.
 * @param {Readonly<Record<string, LockedPackage>>} locked
 * @param {Readonly<Record<string, LockedPackage>>} installed
 */
export function agrees(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  const complete = wanted.every(([path, { version, optional }]) => {
    const standing = installed[path];
    return standing === undefined ? optional === true : standing.version === version;
  });
  return complete && Object.keys(installed).every((path) => path in locked);
}
