import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const POLL_MS = 200;
/** A fresh set-up with apt-get on a slow line; longer than that and its owner hangs. */
const PATIENCE_MS = 20 * 60 * 1000;
/** Between the folder and the process id in it lie microseconds, unless the owner was killed just there. */
const NEWBORN_MS = 5_000;

/**
 * One set-up at a time in a checkout. The lock lies beside node_modules, since `npm ci` empties that.
 * @template T
 * @param {string} root
 * @param {import('./reporter.mjs').Reporter} reporter
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, reporter, work) {
  const folder = join(root, '.setup.lock');
  await take(folder, reporter);
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * @param {string} folder
 * @param {import('./reporter.mjs').Reporter} reporter
 */
async function take(folder, reporter) {
  const until = Date.now() + PATIENCE_MS;
  let said = false;
  while (!tryTake(folder)) {
    const owner = ownerOf(folder);
    if (owner === 'dead' || Date.now() > until) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!said) reporter.starting('Another set-up is running here; waiting for it …');
    said = true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** @param {string} folder */
function tryTake(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/**
 * @param {string} folder
 * @returns {'alive' | 'dead'}
 */
function ownerOf(folder) {
  try {
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    if (!Number.isInteger(pid) || pid <= 0) return 'dead';
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EPERM') return 'alive';
    return code === 'ENOENT' && isNewborn(folder) ? 'alive' : 'dead';
  }
}

/** @param {string} folder */
function isNewborn(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs < NEWBORN_MS;
  } catch {
    return true;
  }
}
