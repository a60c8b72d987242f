import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SET_UID = 0o4000;
const ANYONE_RUNS_IT = 0o755;

/**
 * What decides whether Chromium can build its sandbox, without which Electron does not start.
 * @typedef {object} SandboxFacts
 * @property {NodeJS.Platform} platform
 * @property {number | null} userId null on Windows
 * @property {string} helper Chromium's helper for systems that forbid user namespaces
 * @property {{ uid: number, mode: number } | null} helperStat null: there is none
 * @property {string | null} appArmorRestricts Ubuntu 23.10 and later: "1" forbids programs without a profile; null: not known here
 * @property {string | null} namespacesAllowed Debian: "0" forbids all but root; null: not known here
 */

/**
 * @param {string} root
 * @param {string} kernel where the kernel tells its settings
 * @returns {SandboxFacts}
 */
export function readSandboxFacts(root, kernel = '/proc/sys/kernel') {
  const helper = join(root, 'node_modules', 'electron', 'dist', 'chrome-sandbox');
  return {
    platform: process.platform,
    userId: process.getuid?.() ?? null,
    helper,
    helperStat: statSync(helper, { throwIfNoEntry: false }) ?? null,
    appArmorRestricts: readSetting(join(kernel, 'apparmor_restrict_unprivileged_userns')),
    namespacesAllowed: readSetting(join(kernel, 'unprivileged_userns_clone')),
  };
}

/**
 * Why Electron would not start here, and what can be done, for one line; null: nothing known speaks against it.
 * @param {SandboxFacts} facts
 * @returns {string | null}
 */
export function sandboxRefusal(facts) {
  if (facts.platform !== 'linux') return null;
  if (facts.userId === 0) {
    return 'the desktop window does not open for root; start AVlogue as another user to have it';
  }
  if (mayUseNamespaces(facts) || isHelperReady(facts)) return null;
  const path = `'${facts.helper.replaceAll("'", "'\\''")}'`;
  const command = `sudo chown root:root ${path} && sudo chmod 4755 ${path}`;
  return `this system forbids the sandbox of the desktop window (\`${command}\` allows it)`;
}

/** @param {SandboxFacts} facts */
function mayUseNamespaces({ appArmorRestricts, namespacesAllowed }) {
  return (appArmorRestricts ?? '0') === '0' && namespacesAllowed !== '0';
}

/** @param {SandboxFacts} facts */
function isHelperReady({ helperStat }) {
  if (helperStat === null || helperStat.uid !== 0) return false;
  const wanted = SET_UID | ANYONE_RUNS_IT;
  return (helperStat.mode & wanted) === wanted;
}

/**
 * null where this kernel has no such setting, or tells it not.
 * @param {string} path
 */
function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
