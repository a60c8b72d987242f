#!/usr/bin/env node
// `npm start`: without a command it opens the application, with one it is the terminal.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay } from './setup/display.mjs';
import { chooseHost } from './start/choose-host.mjs';
import { runDesktop } from './start/run-desktop.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');

if (process.argv.length > 2) {
  await import('../cli/main.ts');
} else {
  const display = hasDisplay(process.env, process.platform);
  const { host, reason } = chooseHost(root, display);
  if (host === 'desktop') {
    process.exitCode = await runDesktop(root);
  } else {
    process.stderr.write(`${reason}\n`);
    process.argv.push('serve', ...(display ? ['--open'] : []));
    await import('../cli/main.ts');
  }
}
