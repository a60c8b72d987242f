import { stat } from 'node:fs/promises';
import type { ImportResult } from '../../core/contract/import.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { type ChangeBatch, createChangeBatch } from './change-batch.ts';
import type { WatchFolderNeeds } from './create-watch-folders.ts';
import { isWithin } from './own-outputs.ts';
import { ignoresPath, isCandidate } from './watch-filter.ts';
import type { WatchState } from './watch-folders.ts';
import type { FolderWatcher } from './watcher.ts';

/** One folder under watch, from the first look to the last. */
export interface WatchedFolder {
  readonly folder: WatchFolder;
  state(): WatchState;
  stop(): Promise<void>;
}

/** The system's watches or handles are used up: there is no use in asking again. */
const WATCHES_USED_UP = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/** A folder inside that may not be read becomes a refusal; the others are watched. */
const NO_PERMISSION = new Set(['EACCES', 'EPERM']);

export function watchFolder(folder: WatchFolder, needs: WatchFolderNeeds): WatchedFolder {
  const { catalog, importer, events, times, openWatcher } = needs;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const retries = new Map<string, NodeJS.Timeout>();
  let state: WatchState = { state: 'scanning', message: null };
  let polls = folder.polling === 'always';
  let pollMessage: string | null = null;
  let watcher: FolderWatcher | null = null;
  let batch: ChangeBatch | null = null;
  /** Device and number of the folder that is watched: another drive may come up under the same path. */
  let identity: string | null = null;

  async function check(): Promise<void> {
    const now = await identify(folder.path);
    if (stopping.signal.aborted || (now !== null && now === identity)) return;
    await close();
    identity = now;
    if (now === null) await becomeUnreachable();
    else open();
  }

  async function becomeUnreachable(): Promise<void> {
    if (state.state === 'unreachable') return;
    const message = `The folder ${folder.path} is not there. It is taken up again when it is back.`;
    state = { state: 'unreachable', message };
    events.emit({ type: 'notice', level: 'warning', code: 'import/not-found', message });
    await importer.noticeMissing(mastersHere());
  }

  function open(): void {
    state = { state: 'scanning', message: pollMessage };
    const scanned = new Set<string>();
    let ready = false;
    const changes = createChangeBatch(({ there, gone }) => {
      if (gone.length > 0) follow(importer.noticeMissing(gone));
      if (there.length > 0) follow(take(there));
    }, times.batch);
    batch = changes;
    const opened = openWatcher({
      path: folder.path,
      recursive: folder.recursive,
      polling: polls,
      pollMs: folder.pollSeconds * 1000,
      ignores: (path) => ignoresPath(path, folder.path, catalog),
      onFile: (path) => {
        if (!isCandidate(path, folder.path, catalog)) return;
        if (ready) changes.add(path);
        else scanned.add(path);
      },
      onFileGone: (path) => changes.remove(path),
      onReady: () => {
        ready = true;
        follow(scan([...scanned]));
      },
      onError: (error) => {
        if (watcher === opened) follow(recover(error));
      },
    });
    watcher = opened;
  }

  /** All that was there at the start is one batch; what is catalogued from here and was not there is missing. */
  async function scan(found: readonly string[]): Promise<void> {
    const watched = watcher;
    const there = new Set(found);
    await take(found);
    const gone = mastersHere().filter((path) => !there.has(path));
    if (gone.length > 0) follow(importer.noticeMissing(gone));
    if (watched !== watcher || stopping.signal.aborted) return;
    state = { state: polls ? 'polling' : 'watching', message: pollMessage };
  }

  async function take(paths: readonly string[]): Promise<void> {
    if (paths.length === 0 || stopping.signal.aborted) return;
    const { results } = await importer.importPaths(paths, {
      watchFolderId: folder.id,
      ownedByLibrary: false,
      formatSetIds: folder.formatSetIds,
      convert: folder.convert,
      signal: stopping.signal,
    });
    for (const result of results) if (isPassing(result)) retryLater(result.path);
  }

  /** Files that grow are tried until they stand still; the others do not wait for them. */
  function retryLater(path: string): void {
    clearTimeout(retries.get(path));
    const retry = setTimeout(() => {
      retries.delete(path);
      batch?.add(path);
    }, times.retryMs);
    retries.set(path, retry);
  }

  async function recover(error: unknown): Promise<void> {
    const code = errorCodeOf(error) ?? '';
    const path = pathOf(error);
    if (NO_PERMISSION.has(code) && path !== null) return take([path]);
    if (polls || !WATCHES_USED_UP.has(code)) {
      // opened anew at the next look
      identity = null;
      return;
    }
    polls = true;
    pollMessage =
      `The system has no watches left (${code}), so AVlogue looks every ${folder.pollSeconds} s instead. ` +
      'On Linux, raise fs.inotify.max_user_watches to watch without delay.';
    events.emit({
      type: 'notice',
      level: 'warning',
      code: 'watches-used-up',
      message: `${folder.path}: ${pollMessage}`,
    });
    await close();
    open();
  }

  function mastersHere(): readonly string[] {
    const paths: string[] = [];
    for (const { master } of catalog.all('media').values()) {
      const here = master.watchFolderId === folder.id && isWithin(folder.path, master.path);
      if (here && master.status === 'present') paths.push(master.path);
    }
    return paths;
  }

  async function close(): Promise<void> {
    batch?.stop();
    batch = null;
    const closing = watcher;
    watcher = null;
    await closing?.close();
  }

  function follow(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) reportFailure(error);
      })
      .finally(() => underWay.delete(watched));
    underWay.add(watched);
  }

  function reportFailure(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    events.emit({
      type: 'notice',
      level: 'error',
      code: 'internal/bug',
      message: `Watching ${folder.path} ran into trouble: ${message}`,
    });
  }

  let checking = Promise.resolve();
  function checkNow(): void {
    checking = checking.then(check);
    follow(checking);
  }
  const timer = setInterval(checkNow, times.checkMs);
  checkNow();

  return {
    folder,
    state: () => state,
    async stop() {
      stopping.abort();
      clearInterval(timer);
      for (const retry of retries.values()) clearTimeout(retry);
      await close();
      await Promise.allSettled(underWay);
      await close();
    },
  };
}

/** The file or folder that a system's error is about. */
function pathOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('path' in error)) return null;
  return typeof error.path === 'string' ? error.path : null;
}

async function identify(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? `${found.dev}:${found.ino}` : null;
}

function isPassing(result: ImportResult): boolean {
  return result.outcome === 'refused' && result.error.code === 'import/unstable';
}
