import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { runNode } from './node-runtime.mjs';
import { isReachable } from './reachable.mjs';
import { elapsed } from './reporter.mjs';

const DOWNLOAD_TIMEOUT_MS = 5 * 60 * 1000;

/**
 * Electron's runtime: only where the desktop application is part of the source and could show a window.
 * @type {import('./step.mjs').SetupStep}
 */
export const electron = {
  required: false,
  isOutstanding: async (context) => {
    const { root, options, memory, environment, platform } = context;
    const version = packageVersion(root);
    return (
      version !== '' &&
      existsSync(join(root, 'main', 'electron')) &&
      (options.forTests || hasDisplay(environment, platform)) &&
      options.downloads &&
      runtimeVersion(root) !== version &&
      (options.retry || !memory.failedLately('electron', version))
    );
  },

  async provide(context) {
    const { root, reporter, memory, environment } = context;
    const failure = await download(context);
    if (failure === null) return true;
    memory.rememberFailure('electron', packageVersion(root));
    const mirror = environment.ELECTRON_MIRROR ? ' from ELECTRON_MIRROR' : '';
    reporter.done(
      `Electron's runtime could not be downloaded${mirror} (${failure}); the browser is used instead.`,
    );
    return false;
  },
};

/**
 * @param {import('./step.mjs').SetupContext} context
 * @returns {Promise<string | null>} why it failed
 */
async function download(context) {
  const { root, environment, reporter } = context;
  const source = environment.ELECTRON_MIRROR ?? 'https://github.com';
  if (!(await isReachable(source, environment))) return `${new URL(source).host} cannot be reached`;
  const startedMs = Date.now();
  reporter.starting("Downloading Electron's runtime …");
  const cache = join(root, 'node_modules', '.cache', 'electron');
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const result = await runNode(context, [script], {
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    environment: { ...environment, electron_config_cache: cache },
  });
  if (!result.ok) return result.failure;
  reporter.done(`Downloaded Electron's runtime (${elapsed(startedMs)}).`);
  return null;
}

/**
 * @param {string} root
 * @returns {string}
 */
function packageVersion(root) {
  const file = join(root, 'node_modules', 'electron', 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '';
}

/** @param {string} root */
function runtimeVersion(root) {
  const file = join(root, 'node_modules', 'electron', 'dist', 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}
