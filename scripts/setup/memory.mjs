import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What failed is not tried again for a day, so that every later start stays quick. */
export const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Memory
 * @property {(key: string) => string | null} recall
 * @property {(key: string, value: string) => void} remember
 * @property {(key: string, what: string) => boolean} failedLately the same `what` failed within a day
 * @property {(key: string, what: string) => void} rememberFailure
 */

/**
 * Small facts in node_modules/.cache: gone with node_modules, as they should be.
 * @param {string} root
 * @param {() => number} now
 * @returns {Memory}
 */
export function openMemory(root, now = Date.now) {
  const folder = join(root, 'node_modules', '.cache', 'avlogue');
  const file = join(folder, 'setup.json');
  const facts = readFacts(file);

  /** @param {string} key @param {string} value */
  function remember(key, value) {
    facts[key] = value;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(facts, null, 2));
    renameSync(`${file}.${process.pid}`, file);
  }

  return {
    recall: (key) => facts[key] ?? null,
    remember,
    failedLately(key, what) {
      const [failed, at] = (facts[`${key}.failed`] ?? '').split('@');
      const age = now() - Number(at);
      return failed === what && age >= 0 && age < RETRY_AFTER_MS;
    },
    rememberFailure: (key, what) => remember(`${key}.failed`, `${what}@${now()}`),
  };
}

/**
 * Nothing here is worth more than trying again: an unreadable file counts as none.
 * @param {string} file
 * @returns {Record<string, string>}
 */
function readFacts(file) {
  try {
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    const entries = Object.entries(facts).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
