import { basename } from 'node:path';
import type { ImportResult } from '../../core/contract/import.ts';
import { AppError, reportError } from '../../core/errors/app-error.ts';
import { isCaptionFileName } from '../../core/import/sidecars.ts';
import { dueWithMaster } from '../../core/queue/due-again.ts';
import { diskNow } from '../files/disk-now.ts';
import { isPathWithin } from '../files/folder-relations.ts';
import { fileRefused } from './file-refused.ts';
import { createFollowUps } from './follow-ups.ts';
import { createImportFile } from './import-file.ts';
import { createImportProgress, type ImportProgress } from './import-progress.ts';
import type { ImportBatch, Importer, ImportSource } from './importer.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { createKnownCopies } from './known-copies.ts';
import { findLeftOverUploads } from './left-over-uploads.ts';
import { markMissing, surveyMasters, waitForMoves } from './missing-masters.ts';
import { followUploads } from './moved-uploads.ts';
import { createOwnOutputs } from './own-outputs.ts';
import { createPassesOver } from './pass-over-removed.ts';
import { probeAgain } from './probe-again.ts';
import { readCaptionFile } from './read-caption-file.ts';
import { forgetRefusal, forgetVanished, keepRefusal } from './refusals.ts';
import type { Registration } from './registrar.ts';
import { createSidecarFolders, mediaOfSidecar } from './sidecar-folders.ts';
import { standingCopies } from './standing-copies.ts';
import { sweepPictures } from './sweep-pictures.ts';
import { type WalkEntry, walkPaths } from './walk.ts';

const DEFAULT_GRACE_MS = 2_000;

/** What gets a result. */
type FileEntry = Exclude<WalkEntry, { readonly kind: 'folder' }>;

interface EarlierRun {
  readonly uploads: readonly string[];
  /** By the disk's own clock, which the pictures have their times of. */
  readonly endedByMs: number;
}

export function createImporter(needs: ImporterNeeds): Importer {
  const { catalog, clock, events, ids, paths, queue } = needs;
  const copies = createKnownCopies(paths.knownCopies);
  const importFile = createImportFile({ ...needs, copies });
  const followUps = createFollowUps(needs);
  const isOwnOutput = createOwnOutputs(catalog, paths.root);
  const passesOver = createPassesOver(needs);
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  let earlierRun: Promise<EarlierRun> | undefined;

  async function importPaths(
    wanted: readonly string[],
    source: ImportSource,
  ): Promise<ImportBatch> {
    const signal = AbortSignal.any([stopping.signal, ...(source.signal ? [source.signal] : [])]);
    signal.throwIfAborted();
    followUps.hold();
    try {
      const entries = await walkPaths(wanted, { isOwnOutput, signal });
      const folders = entries.filter(({ kind }) => kind === 'folder');
      await forgetRefusals(folders.map(({ path }) => path));
      const files = entries.filter((entry) => entry.kind !== 'folder').filter(isWanted(source));
      const passedOver = await Promise.all(
        files.map(({ path }) => passesOver(path, { source, signal })),
      );
      const wantedFiles = files.filter((_, index) => !passedOver[index]);
      return await importEntries(wantedFiles, source, signal);
    } finally {
      followUps.release();
    }
  }

  async function forgetRefusals(read: readonly string[]): Promise<void> {
    const forgotten = read.flatMap((path) => forgetRefusal(catalog, path));
    if (forgotten.length > 0) await catalog.commit(forgotten);
  }

  /** Uploads lie in the library and are named; what a watch folder finds there is never a master. */
  function isWanted({ watchFolderId }: ImportSource): (entry: WalkEntry) => boolean {
    return ({ path }) => watchFolderId === null || !isOwnOutput(path);
  }

  async function importEntries(
    entries: readonly FileEntry[],
    source: ImportSource,
    signal: AbortSignal,
  ): Promise<ImportBatch> {
    const batchId = ids.next();
    const progress = createImportProgress(batchId, entries.length, { events, clock });
    try {
      // an upload has nothing beside it: it is looked at as any file, and taken away as what is no media
      const isCaptions = (entry: FileEntry) => !source.ownedByLibrary && isCaptionFile(entry);
      const masters = entries.filter((entry) => !isCaptions(entry));
      const registrations = await Promise.all(
        masters.map((entry) => importEntry(entry, { source, signal, progress })),
      );
      followInBackground(registrations);
      // their masters may have come with them
      const captions = await Promise.all(
        entries.filter(isCaptions).map(({ path }) => placeCaption(path)),
      );
      const results = [...registrations.map(({ result }) => result), ...captions];
      for (const caption of captions) progress.finished(caption);
      followUps.lookBeside(results.flatMap(mediaIdsOf));
      return { batchId, results };
    } finally {
      progress.done();
    }
  }

  interface Batch {
    readonly source: ImportSource;
    readonly signal: AbortSignal;
    readonly progress: ImportProgress;
  }

  async function importEntry(entry: FileEntry, batch: Batch): Promise<Registration> {
    const { source, signal, progress } = batch;
    const { path } = entry;
    progress.started(path);
    const registration =
      entry.kind === 'refused'
        ? { result: await refuseFolder(path, entry.error, source), queued: false }
        : await importFile({
            path,
            keepRefusal: !entry.named || source.watchFolderId !== null || source.leftOver === true,
            source,
            signal,
          });
    progress.finished(registration.result);
    return registration;
  }

  /** What is made of a caption file follows from its place, as with those that are found there. */
  async function placeCaption(path: string): Promise<ImportResult> {
    try {
      await readCaptionFile(path);
      const folders = createSidecarFolders();
      const [media] = await mediaOfSidecar(catalog.all('media').values(), path, folders);
      if (media !== undefined) return { outcome: 'captions', path, mediaId: media.id };
      throw new AppError(
        'import/captions-alone',
        `“${path}” holds captions, and beside it lies no master of a media with its name.`,
        { details: { path } },
      );
    } catch (error) {
      return { outcome: 'refused', path, error: reportError(fileRefused(path, error)) };
    }
  }

  async function refuseFolder(
    path: string,
    thrown: unknown,
    { watchFolderId }: ImportSource,
  ): Promise<ImportResult> {
    const error = reportError(thrown);
    await keepRefusal(needs, { path, watchFolderId, error });
    return { outcome: 'refused', path, error };
  }

  /** The queue starts only now, so that conversions do not slow the rest of their batch down. */
  function followInBackground(registrations: readonly Registration[]): void {
    const due = dueWithMaster(catalog.all('jobs').values());
    const mediaIds = registrations.flatMap(({ result, queued }) => {
      if (result.outcome === 'refused') return [];
      const here = result.outcome === 'unchanged' || result.outcome === 'moved';
      return queued || (here && due.has(result.mediaId)) ? [result.mediaId] : [];
    });
    if (mediaIds.length === 0) return;
    inBackground(queue.enqueue({ mediaIds, formatIds: null, force: false }));
  }

  function inBackground(work: Promise<unknown>): void {
    const watched = work.catch(tellFailure).finally(() => underWay.delete(watched));
    underWay.add(watched);
  }

  function tellFailure(error: unknown): void {
    const { code, message, details } = reportError(error);
    events.emit({ type: 'notice', level: 'error', code, details, message });
  }

  async function noticeMissing(gone: readonly string[]): Promise<void> {
    await waitForMoves(needs.graceMs ?? DEFAULT_GRACE_MS, stopping.signal);
    if (stopping.signal.aborted) return;
    await followToCopies(await standingCopies(gone, { catalog, copies }));
    await markMissing(catalog, gone);
  }

  async function followToCopies(found: readonly string[]): Promise<void> {
    const folders = [...catalog.all('watchFolders').values()].filter(({ enabled }) => enabled);
    const folderOf = (path: string) => folders.find((one) => isPathWithin(path, one.path))?.id;
    for (const [watchFolderId, some] of Map.groupBy(found, folderOf)) {
      await importPaths(some, sourceOf(watchFolderId ?? null));
    }
  }

  /** A full disk must not keep the engine from its start. */
  async function tellEarlierRun(): Promise<EarlierRun> {
    await followUploads(needs).catch(tellFailure);
    const uploads = await findLeftOverUploads(needs);
    const endedByMs = (await diskNow(paths.posters)) ?? clock.now();
    return { uploads, endedByMs };
  }

  function started(): Promise<EarlierRun> {
    earlierRun ??= tellEarlierRun();
    return earlierRun;
  }

  async function checkMasters(): Promise<void> {
    const { uploads, endedByMs } = await started();
    await takeInLeftOvers(uploads.filter((path) => catalog.mediaByPath(path) === undefined));
    const { gone, toImport } = await surveyMasters(catalog);
    await markMissing(catalog, gone);
    await forgetVanished(catalog);
    for (const [watchFolderId, media] of Map.groupBy(
      toImport,
      ({ master }) => master.watchFolderId,
    )) {
      await importPaths(
        media.map(({ master }) => master.path),
        sourceOf(watchFolderId),
      );
    }
    await followUps.lookAtAll();
    await probeAgain(needs, stopping.signal);
    await sweepPictures(needs, { beforeMs: endedByMs, signal: stopping.signal });
  }

  async function takeInLeftOvers(uploads: readonly string[]): Promise<void> {
    if (uploads.length === 0) return;
    const source = { ...sourceOf(null), ownedByLibrary: true, leftOver: true };
    await importPaths(uploads, source);
  }

  function sourceOf(watchFolderId: string | null): ImportSource {
    const folder = watchFolderId === null ? undefined : catalog.get('watchFolders', watchFolderId);
    return {
      watchFolderId,
      ownedByLibrary: false,
      formatSetIds: folder?.formatSetIds ?? [],
      convert: folder?.convert ?? null,
    };
  }

  async function finish(mediaIds: readonly string[]): Promise<void> {
    followUps.lookBeside(mediaIds);
    await followUps.finished(mediaIds);
  }

  async function settle(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
    await followUps.idle();
    if (underWay.size > 0) await settle();
  }

  /** Every call is kept in mind until it ends, so that `idle` and `stop` can wait for it. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    const watched = work.finally(() => underWay.delete(watched));
    underWay.add(watched);
    return watched;
  }

  return {
    importPaths: (wanted, source) => tracked(importPaths(wanted, source)),
    noticeMissing: (gone) => tracked(noticeMissing(gone)),
    noticeSidecars: followUps.lookAtSidecars,
    start: () => tracked(started().then(() => undefined)),
    checkMasters: () => tracked(checkMasters()),
    finish: (mediaIds) => tracked(finish(mediaIds)),
    idle: settle,
    async stop() {
      stopping.abort();
      await Promise.allSettled(underWay);
      await followUps.stop();
    },
  };
}

function isCaptionFile(entry: FileEntry): boolean {
  return entry.kind === 'file' && entry.named && isCaptionFileName(basename(entry.path));
}

function mediaIdsOf(result: ImportResult): readonly string[] {
  return result.outcome === 'refused' ? [] : [result.mediaId];
}
