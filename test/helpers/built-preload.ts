import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['preload/preload.ts', 'core/desktop/bridge.ts', 'vite.app.config.ts'];

/** Builds the window's preload when a source is newer than the last build. */
export async function builtPreload(): Promise<string> {
  const file = join(ROOT, 'preload/dist/preload.cjs');
  const sources = await Promise.all(SOURCES.map((source) => modifiedMs(join(ROOT, source))));
  if (Math.max(...sources) > (await modifiedMs(file))) {
    await build({ configFile: join(ROOT, 'vite.app.config.ts'), mode: 'preload' });
  }
  return file;
}

/** 0 where there is none. */
async function modifiedMs(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
