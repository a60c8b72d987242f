import { join, relative } from 'node:path';
import { watch } from 'chokidar';
import { isPathWithin } from '../files/folder-relations.ts';
import { resolved } from './published-folders.ts';

export interface WatcherOptions {
  /** An absolute folder that is there. */
  readonly path: string;
  readonly recursive: boolean;
  /** Looks at every file again and again instead of being told by the system. */
  readonly polling: boolean;
  readonly pollMs: number;
  /**
   * Neither told about nor, for a folder, looked into. Asked with a folder's or file's absolute path, and whether it
   * is a folder as far as that is known.
   */
  readonly ignores: (path: string, isFolder: boolean | null) => boolean;
  /** A file is there or has changed; at first once for each that was there before. */
  readonly onFile: (path: string) => void;
  readonly onFileGone: (path: string) => void;
  /** After the files that were there at the start. */
  readonly onReady: () => void;
  readonly onError: (error: unknown) => void;
}

export interface FolderWatcher {
  close(): Promise<void>;
}

export type OpenWatcher = (options: WatcherOptions) => FolderWatcher;

/**
 * Links to folders are not followed, so that no folder is watched twice, but for the watched one itself; links to files
 * are told about. A folder that goes away and comes back under its name is told about file by file.
 */
export function openWatcher(options: WatcherOptions): FolderWatcher {
  const root = resolved(options.path) ?? options.path;
  /** As seen from the folder that was given: a link may lead from there to the one that is watched. */
  const seen = (path: string) =>
    isPathWithin(path, root) ? join(options.path, relative(root, path)) : path;
  const watcher = watch(root, {
    backend: options.polling ? 'polling' : 'auto',
    pollingInterval: options.pollMs,
    pollingBinaryInterval: options.pollMs,
    followSymlinks: false,
    // files are settled by the importer, which knows more than sizes
    awaitWriteFinish: false,
    atomic: false,
    ignored: (path, stats) =>
      path !== root && options.ignores(seen(path), stats?.isDirectory() ?? null),
    ...(options.recursive ? {} : { depth: 0 }),
  });
  watcher.on('add', (path) => options.onFile(seen(path)));
  watcher.on('change', (path) => options.onFile(seen(path)));
  watcher.on('unlink', (path) => options.onFileGone(seen(path)));
  watcher.on('ready', options.onReady);
  watcher.on('error', (error) => options.onError(withPath(error, seen)));
  return { close: () => watcher.close() };
}

/** Errors of the system name the path that they are about. */
function withPath(error: unknown, seen: (path: string) => string): unknown {
  const isAbout = error instanceof Error && 'path' in error && typeof error.path === 'string';
  return isAbout ? Object.assign(error, { path: seen(String(error.path)) }) : error;
}
