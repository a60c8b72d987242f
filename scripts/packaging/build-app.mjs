#!/usr/bin/env node
// Builds what Electron runs: `dist/app` holds main, workers, preload and the page as JavaScript, in the source's layout.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../check/run-step.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..', '..');
const app = join(root, 'dist', 'app');

async function main() {
  if (!existsSync(join(root, 'renderer', 'dist', 'index.html'))) {
    process.stderr.write('The page is not built yet: run `npm run build` first.\n');
    return 1;
  }
  for (const mode of ['main', 'workers', 'preload']) {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = [vite, 'build', '--config', 'vite.app.config.ts', '--mode', mode];
    if (!(await runStep({ name: `building ${mode}`, args }, root, process.env)).ok) return 1;
  }
  for (const folder of ['renderer/dist', 'preload/dist']) {
    cpSync(join(root, folder), join(app, folder), { recursive: true });
  }
  // what looks for its version looks beside itself; written last, so that its time tells when all was built
  const { name, version, type } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(app, 'package.json'), `${JSON.stringify({ name, version, type })}\n`);
  return 0;
}

process.exitCode = await main();
