import { reportError } from '../../core/errors/app-error.ts';
import type { WatchFolder } from '../../core/model/library.ts';
import { createNotice, type Notice } from '../../core/system/notices.ts';
import { type ChangeBatch, type Changes, createChangeBatch } from './change-batch.ts';
import { identifyFolder } from './identify-folder.ts';
import { createReadableAgain } from './readable-again.ts';
import { createWatchFilter, mastersWithin } from './watch-filter.ts';
import type { WatchFolderNeeds } from './watch-folder-needs.ts';
import type { WatchState } from './watch-folders.ts';
import { watchTroubleOf } from './watch-trouble.ts';
import type { FolderWatcher } from './watcher.ts';

/** One folder under watch, from the first look to the last. */
export interface WatchedFolder {
  readonly folder: WatchFolder;
  state(): WatchState;
  stop(): Promise<void>;
}

export function watchFolder(folder: WatchFolder, needs: WatchFolderNeeds): WatchedFolder {
  const { catalog, importer, events, times, openWatcher } = needs;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  const retries = new Map<string, NodeJS.Timeout>();
  const readableAgain = createReadableAgain(folder, catalog);
  let filter = createWatchFilter(folder.path, catalog);
  let state: WatchState = { state: 'scanning', notice: null };
  let polls = folder.polling === 'always';
  let whyPolling: Notice | null = null;
  let watcher: FolderWatcher | null = null;
  let batch: ChangeBatch | null = null;
  /** Device and number of the folder that is watched: another drive may come up under the same path. */
  let identity: string | null = null;

  async function check(): Promise<void> {
    const now = await identifyFolder(folder.path);
    if (stopping.signal.aborted) return;
    if (now !== null && now === identity) return follow(takeReadable());
    await close();
    identity = now;
    if (now === null) await becomeUnreachable();
    else open();
  }

  async function takeReadable(): Promise<void> {
    if (state.state !== 'scanning') await take(await readableAgain());
  }

  async function becomeUnreachable(): Promise<void> {
    if (state.state === 'unreachable') return;
    const notice = createNotice('folder-gone', { path: folder.path });
    state = { state: 'unreachable', notice };
    tell(notice);
    noticeMissing(mastersWithin(folder, catalog));
  }

  function tell({ code, facts, message }: Notice): void {
    events.emit({ type: 'notice', level: 'warning', code, details: facts, message });
  }

  /** Its time of grace is the importer's to keep: stopping does not wait for it. */
  function noticeMissing(paths: readonly string[]): void {
    if (paths.length > 0) importer.noticeMissing(paths).catch(reportFailure);
  }

  function open(): void {
    state = { state: 'scanning', notice: whyPolling };
    filter = createWatchFilter(folder.path, catalog);
    const scanned = new Set<string>();
    let ready = false;
    const changes = createChangeBatch(takeChanges, times.batch);
    batch = changes;
    const opened = openWatcher({
      path: folder.path,
      recursive: folder.recursive,
      polling: polls,
      pollMs: folder.pollSeconds * 1000,
      ignores: filter.ignores,
      onFile: (path) => {
        const sidecar = filter.isSidecar(path);
        if (!sidecar && !filter.isCandidate(path)) return;
        if (ready) changes.add(path);
        // captions beside what is found now are looked for by its import
        else if (!sidecar) scanned.add(path);
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

  function takeChanges({ there, gone }: Changes): void {
    const sidecars = new Set([...there, ...gone].filter((path) => filter.isSidecar(path)));
    if (sidecars.size > 0) importer.noticeSidecars([...sidecars]);
    noticeMissing(gone.filter((path) => !sidecars.has(path)));
    const arrived = there.filter((path) => !sidecars.has(path));
    if (arrived.length > 0) follow(take(arrived));
  }

  /** All that was there at the start is one batch; what is catalogued from here and was not there is missing. */
  async function scan(found: readonly string[]): Promise<void> {
    const watched = watcher;
    const there = new Set(found);
    await take(found);
    noticeMissing(mastersWithin(folder, catalog).filter((path) => !there.has(path)));
    if (watched !== watcher || stopping.signal.aborted) return;
    state = { state: polls ? 'polling' : 'watching', notice: whyPolling };
    await needs.onScanned();
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
    for (const result of results) {
      const grows = result.outcome === 'refused' && result.error.code === 'import/unstable';
      if (grows) retryLater(result.path);
    }
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
    const trouble = watchTroubleOf(error);
    if (trouble.kind === 'unreadable') return take([trouble.path]);
    if (polls || trouble.kind === 'other') {
      // opened anew at the next look
      identity = null;
      return;
    }
    polls = true;
    whyPolling = createNotice('watches-used-up', {
      path: folder.path,
      pollSeconds: folder.pollSeconds,
      systemCode: trouble.code,
    });
    tell(whyPolling);
    await close();
    open();
  }

  async function close(): Promise<void> {
    batch?.stop();
    batch = null;
    const closing = watcher;
    watcher = null;
    await closing?.close();
  }

  function follow(work: Promise<void>): void {
    const watched = work.catch(reportFailure).finally(() => underWay.delete(watched));
    underWay.add(watched);
  }

  function reportFailure(error: unknown): void {
    if (stopping.signal.aborted) return;
    const { code, details, message } = reportError(error);
    events.emit({
      type: 'notice',
      level: 'error',
      code,
      details: { ...details, watchFolder: folder.path },
      message: `Watching ${folder.path} ran into trouble: ${message}`,
    });
  }

  let checking = Promise.resolve();
  function checkNow(): void {
    checking = checking.catch(() => undefined).then(check);
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
