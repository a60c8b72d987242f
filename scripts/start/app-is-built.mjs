import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['core', 'main', 'workers', 'preload', 'renderer/dist'];
const FILES = ['package.json', 'vite.app.config.ts'];

/**
 * Whether `dist/app`, which Electron runs, is newer than everything that it is built from.
 * @param {string} root
 * @returns {boolean}
 */
export function appIsBuilt(root) {
  const built = modifiedMs(join(root, 'dist', 'app', 'package.json'));
  const inputs = [...FILES, ...SOURCES.flatMap((folder) => filesBelow(root, folder))];
  return built > 0 && inputs.every((file) => modifiedMs(join(root, file)) <= built);
}

/**
 * 0 where there is none.
 * @param {string} path
 */
function modifiedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(root, folder) {
  if (statSync(join(root, folder), { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath.slice(root.length), entry.name))
    .filter((file) => !/^[\\/]?preload[\\/]dist[\\/]/.test(file));
}
