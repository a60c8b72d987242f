import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createMediaLookup } from '../../core/catalog/media-lookup.ts';
import { MIGRATIONS, type Migration } from '../../core/catalog/migrations.ts';
import { catalogNotice } from '../../core/catalog/notices.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Clock } from '../clock.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { makeFolder } from '../files/make-folder.ts';
import { isTemporaryPath } from '../files/temporary-path.ts';
import { explainObstacle, findWriteObstacle } from '../files/write-obstacle.ts';
import type { LibraryPaths } from '../library-paths.ts';
import type { Catalog } from './catalog.ts';
import { brokenPath, type CatalogFiles, catalogFiles } from './catalog-files.ts';
import { type CatalogState, writeFailed } from './commit-writer.ts';
import { createCompactor, fileBytes } from './compaction.ts';
import { createOpenCatalog } from './create-open-catalog.ts';
import { createJournal, type OpenJournalFile } from './journal.ts';
import { copySynced } from './keep-copy.ts';
import { type LoadedCatalog, loadCatalog } from './load-catalog.ts';
import { acquireLock, type LibraryLock } from './lock.ts';
import { refuseNewerSnapshot } from './read-base.ts';
import { createSerial } from './serial.ts';

export interface CatalogOptions {
  readonly paths: LibraryPaths;
  readonly clock: Clock;
  /** Written into the snapshot, for whoever looks into it. */
  readonly appVersion?: string;
  /** Told when the snapshot could not be rewritten; nothing is lost by that. */
  readonly onProblem?: (error: unknown) => void;
  readonly migrations?: readonly Migration[];
  readonly openFile?: OpenJournalFile;
  /** The least journal for which the snapshot is rewritten. */
  readonly minJournalBytes?: number;
}

/**
 * Opens the library's catalog, or begins an empty one where there is none, and owns it until it is closed.
 * @throws AppError catalog/locked, catalog/newer-version, catalog/unreadable, catalog/write-failed
 */
export async function openCatalog(options: CatalogOptions): Promise<Catalog> {
  const { paths, migrations = MIGRATIONS } = options;
  const { snapshot, root, backups } = paths;
  await inWords(notReadable(snapshot, root), () => refuseNewerSnapshot(snapshot, migrations));
  const lock = await inWords(noLibrary(root), async () => {
    await makeRoot(root);
    await makeFolder(backups);
    return await acquireLock(paths.lock);
  });
  try {
    const files = catalogFiles(paths);
    const loaded = await inWords(notReadable(snapshot, root), () => loadCatalog(files, migrations));
    return await inWords(notWritable(snapshot), () => goOn(options, loaded, lock));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * Uploads may be private, so others on this machine see nothing of a new library; one in a folder that was there is as
 * open as that.
 */
async function makeRoot(root: string): Promise<void> {
  await makeFolder(dirname(root));
  try {
    await mkdir(root, { mode: 0o700 });
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error;
  }
}

/** Brings what stands on disk in order and begins to take commits. */
async function goOn(
  options: CatalogOptions,
  loaded: LoadedCatalog,
  { release }: LibraryLock,
): Promise<Catalog> {
  const { paths, migrations = MIGRATIONS, appVersion = '', onProblem = () => {} } = options;
  const files = catalogFiles(paths);
  await removeLeftOvers(paths);
  const kept = await keepAside(files, loaded, options.clock);
  const { openFile, minJournalBytes } = options;
  const journal = createJournal({
    path: files.journal,
    length: loaded.journal.goodBytes,
    ...(openFile && { openFile }),
  });
  const state = stateOf(loaded);
  const needs = { files, state, journal, serial: createSerial(), migrations, appVersion };
  const compactor = createCompactor(needs, await fileBytes(files.snapshot));
  if (loaded.mustRewrite) await compactor.compact({ keepSnapshot: !loaded.broken.snapshot });
  return createOpenCatalog({
    ...needs,
    compactor,
    notices: [...loaded.notices, ...kept.map((path) => catalogNotice('file-kept', { path }))],
    onProblem,
    release,
    ...(minJournalBytes !== undefined && { minJournalBytes }),
  });
}

type Word = (cause: Error) => AppError | Promise<AppError>;

/** The system's errors in AVlogue's words; whatever else was thrown stays what it is. */
async function inWords<T>(word: Word, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isOfSystem = !(error instanceof AppError) && errorCodeOf(error) !== null;
    throw isOfSystem && error instanceof Error ? await word(error) : error;
  }
}

function notReadable(path: string, root: string): Word {
  return (cause) =>
    errorCodeOf(cause) === 'ENOTDIR'
      ? noLibrary(root)(cause)
      : new AppError(
          'catalog/unreadable',
          `The catalog ${path} cannot be read (${errorCodeOf(cause)}). Nothing was changed; mend its permissions or what stands in its place.`,
          { details: { path, systemCode: errorCodeOf(cause) }, cause },
        );
}

/** The folder cannot be made or written. */
function noLibrary(root: string): Word {
  return async (cause) => {
    const obstacle = await findWriteObstacle(cause, root);
    if (obstacle === null) return writeFailed(root, cause);
    const { kind, path: at, systemCode } = obstacle;
    const { why, advice } = explainObstacle(obstacle);
    return new AppError(
      'catalog/write-failed',
      `The library ${root} cannot be opened: ${why}. ${advice}, or choose another folder for the library.`,
      { details: { path: root, systemCode, obstacle: kind, at }, cause },
    );
  };
}

function notWritable(path: string): Word {
  return (cause) => writeFailed(path, cause);
}

function stateOf({ tables, sequence }: LoadedCatalog): CatalogState {
  return { tables, sequence, lookup: createMediaLookup(tables.media.values()) };
}

/** Copies, since the originals are written on or replaced next. */
async function keepAside(
  files: CatalogFiles,
  { broken, journal, migratedFrom }: LoadedCatalog,
  clock: Clock,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const name of ['snapshot', 'journal'] as const) {
    if (!broken[name]) continue;
    const copy = brokenPath(files[name], clock.now());
    await copySynced(files[name], copy);
    kept.push(copy);
  }
  if (migratedFrom !== null) {
    const copy = files.beforeMigration(migratedFrom);
    await rm(copy, { force: true });
    await copySynced(files.snapshot, copy);
  }
  if (!journal.exists) await writeFile(files.journal, '');
  return kept;
}

/** Of writes that a crash cut off; no one else writes while the lock is held. */
async function removeLeftOvers({ snapshot, backups }: LibraryPaths): Promise<void> {
  for (const folder of [dirname(snapshot), backups]) {
    const names = (await readdir(folder)).filter(isTemporaryPath);
    await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
  }
}
