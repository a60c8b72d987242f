#!/usr/bin/env node
// Runs on the machine's own Node (18 or newer), before any package is there: plain JavaScript, no dependency.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from './setup/chromium.mjs';
import { electron } from './setup/electron.mjs';
import { ffmpeg } from './setup/ffmpeg.mjs';
import { withLock } from './setup/lock.mjs';
import { openMemory } from './setup/memory.mjs';
import { nodeRuntime } from './setup/node-runtime.mjs';
import { HELP, readOptions } from './setup/options.mjs';
import { npmPackages } from './setup/packages.mjs';
import { renderer } from './setup/renderer.mjs';
import { createReporter } from './setup/reporter.mjs';
import { stopAllCommands } from './setup/run-command.mjs';

/** In this order: each may use what the ones before it brought. */
const STEPS = [npmPackages, nodeRuntime, ffmpeg, electron, chromium, renderer];

/** @param {import('./setup/step.mjs').SetupContext} context */
async function outstanding(context) {
  for (const step of STEPS) if (await step.isOutstanding(context)) return true;
  return false;
}

/** @param {import('./setup/step.mjs').SetupContext} context */
async function provideAll(context) {
  for (const step of STEPS) {
    if (!(await step.isOutstanding(context))) continue;
    const provided = await step.provide(context);
    if (!provided && step.required) return false;
  }
  return true;
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.problem !== null) {
    process.stderr.write(`${options.problem}\n\n${HELP}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const root = join(fileURLToPath(import.meta.url), '..', '..');
  const reporter = createReporter(process.stderr, options.quiet, process.env);
  const context = {
    root,
    options,
    environment: process.env,
    platform: process.platform,
    memory: openMemory(root),
    reporter,
  };
  const ready =
    !(await outstanding(context)) ||
    (await withLock(root, reporter, () => provideAll({ ...context, memory: openMemory(root) })));
  for (const step of STEPS) step.remind?.(context);
  return ready ? 0 : 1;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stopAllCommands();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

process.exitCode = await main();
