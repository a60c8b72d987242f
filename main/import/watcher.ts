import { watch } from 'chokidar';

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
 * Links to folders are not followed, so that no folder is watched twice; links to files are told about.
 * A folder that goes away and comes back under its name is told about file by file.
 */
export function openWatcher(options: WatcherOptions): FolderWatcher {
  const watcher = watch(options.path, {
    backend: options.polling ? 'polling' : 'auto',
    pollingInterval: options.pollMs,
    pollingBinaryInterval: options.pollMs,
    followSymlinks: false,
    // files are settled by the importer, which knows more than sizes
    awaitWriteFinish: false,
    atomic: false,
    ignored: (path, stats) =>
      path !== options.path && options.ignores(path, stats?.isDirectory() ?? null),
    ...(options.recursive ? {} : { depth: 0 }),
  });
  watcher.on('add', (path) => options.onFile(path));
  watcher.on('change', (path) => options.onFile(path));
  watcher.on('unlink', (path) => options.onFileGone(path));
  watcher.on('ready', options.onReady);
  watcher.on('error', options.onError);
  return { close: () => watcher.close() };
}
