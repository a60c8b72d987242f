#!/usr/bin/env node
// `npm test`: everything that must hold, in one run. `--static` leaves the tests out; with
// `--complete` none may be skipped that a machine of our own can run.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tellFailures } from './check/failed-tests.mjs';
import { runStep } from './check/run-step.mjs';
import { judgeSkips } from './check/skipped-tests.mjs';
import { testEnvironment } from './check/test-environment.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const report = join(root, 'node_modules', '.cache', 'avlogue', 'tests.json');
const tool = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts);

const colours = process.stdout.isTTY && !process.env.NO_COLOR ? [] : ['--colors=off'];

const STATIC_STEPS = [
  {
    name: 'format and lint',
    args: [
      tool('@biomejs', 'biome', 'bin', 'biome'),
      'check',
      ...colours,
      '--error-on-warnings',
      '.',
    ],
  },
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '-b'] },
];
const TEST_STEP = {
  name: 'tests',
  args: [
    tool('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
};

const withTests = !process.argv.includes('--static');
rmSync(report, { force: true });
const steps = withTests ? [...STATIC_STEPS, TEST_STEP] : STATIC_STEPS;
const environment = testEnvironment(root, process.env, process.platform);
const results = [];
for (const step of steps) results.push(await runStep(step, root, environment));

const lines = results.map(
  ({ name, ok, seconds }) => `${ok ? '  ok  ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`,
);
let ok = results.every((result) => result.ok);
if (withTests) {
  const told = readReport();
  const skips = judgeSkips(told, { complete: process.argv.includes('--complete') });
  ok = ok && skips.ok;
  lines.push(...skips.lines, ...tellFailures(told));
}
process.stdout.write(
  `\n${lines.join('\n')}\n${ok ? 'All checks passed.' : 'Some checks FAILED.'}\n`,
);
process.exitCode = ok ? 0 : 1;

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}
