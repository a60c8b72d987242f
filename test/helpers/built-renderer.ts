import { execFile } from 'node:child_process';
import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['renderer/**/*.{ts,tsx,css,html,svg}', 'core/**/*.ts'];

/** The folder of the built user interface; built only when a source is newer than the last build. */
export async function builtRenderer(): Promise<string> {
  const folder = join(ROOT, 'renderer/dist');
  if ((await newestSourceMs()) > (await modifiedMs(join(folder, 'index.html')))) {
    // in a process of its own: this one says that it is a test, and would build the development React
    const { NODE_ENV: _, ...env } = process.env;
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(
      process.execPath,
      [vite, 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'error'],
      { cwd: ROOT, env },
    );
  }
  return folder;
}

async function newestSourceMs(): Promise<number> {
  const times: number[] = [];
  for await (const file of glob(SOURCES, { cwd: ROOT, exclude: ['renderer/dist/**'] })) {
    times.push(await modifiedMs(join(ROOT, file)));
  }
  return Math.max(...times);
}

/** 0 where there is none. */
async function modifiedMs(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
