#!/usr/bin/env node
// `npm start`: without a command it opens the application, with one it is the terminal.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay } from './setup/display.mjs';
import { chooseHost } from './start/choose-host.mjs';
import { runDesktop } from './start/run-desktop.mjs';
import { readSandboxFacts, sandboxRefusal } from './start/sandbox.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');

if (process.argv.length > 2) {
  await import('../cli/main.ts');
} else {
  const display = hasDisplay(process.env, process.platform);
  const { host, reason } = chooseHost(root, display, sandboxRefusal(readSandboxFacts(root)));
  if (host === 'browser') await openInBrowser(display, reason);
  else await openWindow();
}

async function openWindow() {
  const { status, refusal } = await runDesktop(root);
  if (refusal === null) process.exitCode = status;
  else {
    const reason = `AVlogue opens in the browser: the desktop window did not open (${refusal}).`;
    await openInBrowser(true, reason);
  }
}

/**
 * @param {boolean} display
 * @param {string} reason
 */
async function openInBrowser(display, reason) {
  process.stderr.write(`${reason}\n`);
  process.argv.push('serve', ...(display ? ['--open'] : []));
  await import('../cli/main.ts');
}
