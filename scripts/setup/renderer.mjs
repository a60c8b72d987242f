import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './node-runtime.mjs';
import { elapsed } from './reporter.mjs';

const TIMEOUT_MS = 5 * 60 * 1000;
/** What ends up in the built user interface. */
const SOURCES = ['renderer', 'core', 'package-lock.json'];

/**
 * The user interface, built anew when its sources have changed.
 * @type {import('./step.mjs').SetupStep}
 */
export const renderer = {
  required: false,
  isOutstanding: async ({ root, memory, options }) => {
    if (!existsSync(join(root, 'renderer', 'index.html'))) return false;
    const wanted = hashSources(root);
    const built = existsSync(join(root, 'renderer', 'dist', 'index.html'));
    if (built && memory.recall('renderer.built') === wanted) return false;
    return options.retry || options.forTests || !memory.failedLately('renderer', wanted);
  },

  async provide(context) {
    const { root, memory, reporter } = context;
    const startedMs = Date.now();
    reporter.starting('Building the user interface …');
    const wanted = hashSources(root);
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'error'];
    const result = await runNode(context, args, { timeoutMs: TIMEOUT_MS });
    if (result.ok) {
      memory.remember('renderer.built', wanted);
      reporter.done(`Built the user interface (${elapsed(startedMs)}).`);
      return true;
    }
    memory.rememberFailure('renderer', wanted);
    reporter.problem(`The user interface could not be built: ${result.failure}`);
    reporter.problem('The terminal works without it. `npm run build` shows the whole message.');
    return false;
  },
};

/**
 * By content: a clone and a checkout give every file a new time.
 * @param {string} root
 */
function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((name) => filesBelow(root, name))) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function filesBelow(root, name) {
  if (name === 'package-lock.json') return [name];
  return readdirSync(join(root, name), { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist' && entry.name !== 'tsconfig.json')
    .flatMap((entry) => {
      const path = `${name}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}
