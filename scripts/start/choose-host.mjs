import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The desktop window where it can be shown, else the browser, with the reason in one line.
 * @param {string} root
 * @param {boolean} display
 * @param {string | null} sandbox why Electron would not start
 * @returns {{ host: 'desktop' | 'browser', reason: string }}
 */
export function chooseHost(root, display, sandbox) {
  const browser = (/** @type {string} */ because) => ({
    host: /** @type {const} */ ('browser'),
    reason: `AVlogue opens in the browser: ${because}.`,
  });
  if (!existsSync(join(root, 'main', 'electron', 'main.ts'))) {
    return browser('the desktop window is not part of this version');
  }
  if (!display) return browser('there is no display for the desktop window');
  if (!existsSync(join(root, 'node_modules', 'electron', 'dist', 'version'))) {
    return browser("Electron's runtime is not installed");
  }
  if (sandbox !== null) return browser(sandbox);
  return { host: 'desktop', reason: '' };
}
