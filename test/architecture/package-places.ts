import { packageName } from './import-rule.ts';
import type { SourceImport } from './source-imports.ts';

/** Which file may import what, so that each package can be replaced in one place; paths may be prefixes. */
export const PACKAGE_PLACES: Readonly<Record<string, readonly string[]>> = {
  lowdb: ['main/catalog/store.ts'],
  chokidar: ['main/import/watcher.ts'],
  piscina: ['main/conversion/pool.ts'],
  'fluent-ffmpeg': ['workers/run-ffmpeg.ts'],
  'ffmpeg-static': ['main/conversion/binaries.ts'],
  'ffprobe-static': ['main/conversion/binaries.ts'],
  electron: ['main/electron/', 'preload/'],
  'electron-updater': ['main/electron/'],
  fastify: ['main/http/'],
  commander: ['cli/'],
  mediabunny: ['workers/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  '@mantine/*': ['renderer/'],
  '@orpc/*': [
    'core/contract/',
    'main/operations/',
    'main/http/',
    'main/electron/',
    'renderer/client/',
    'cli/',
  ],
};

/** Where the package of this import belongs, when that is elsewhere; null when it is in its place. */
export function misplaced({ file, specifier, target }: SourceImport): string | null {
  if (target !== null) return null;
  const name = packageName(specifier);
  const places = PACKAGE_PLACES[name] ?? PACKAGE_PLACES[`${name.split('/')[0]}/*`];
  if (places === undefined || places.some((place) => file.startsWith(place))) return null;
  return `${name} may be imported only in ${places.join(', ')}`;
}
