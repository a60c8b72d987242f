import { lstat, readdir } from 'node:fs/promises';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { ErrorCode } from '../../core/errors/error-codes.ts';
import type { Refusal } from '../../core/model/library.ts';
import { inChunks } from '../../core/queue/in-chunks.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Clock } from '../clock.ts';
import type { MasterStat } from './master-stat.ts';
import { pathIdOf } from './path-id.ts';

export function refusalOf(catalog: Catalog, path: string): Refusal | undefined {
  return catalog.get('refusals', pathIdOf(path));
}

/** For the commit that takes the file in; nothing when it was never refused. */
export function forgetRefusal(catalog: Catalog, path: string): readonly CatalogChange[] {
  const refusal = refusalOf(catalog, path);
  return refusal === undefined ? [] : [{ type: 'remove', collection: 'refusals', id: refusal.id }];
}

/** Whether anything has this name: a link that leads nowhere and a folder too. */
export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** So many files are looked for at once, and their refusals forgotten with one commit. */
const CHUNK = 100;

/** Refusals of what is not there any more, and of folders that can be read again. */
export async function forgetVanished(catalog: Catalog): Promise<void> {
  for (const refusals of inChunks([...catalog.all('refusals').values()], CHUNK)) {
    const over = await Promise.all(refusals.map(({ path }) => isOver(path)));
    const gone = refusals.filter((_, index) => over[index]);
    await catalog.commit(
      gone.map(({ id }) => ({ type: 'remove', collection: 'refusals', id }) as const),
    );
  }
}

async function isOver(path: string): Promise<boolean> {
  return !(await isThere(path)) || (await isReadableFolder(path));
}

async function isReadableFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}

/** Refused for what is in the file: as long as it does not change, there is no use in trying again. */
const ABOUT_CONTENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'import/empty-file',
  'import/not-media',
  'import/truncated',
  'import/undecodable',
  'import/playlist-refused',
]);

export function isAboutContent(code: ErrorCode): boolean {
  return ABOUT_CONTENT.has(code);
}

/** The error that trying again would give; null when it is worth a try. */
export function standingRefusal(
  catalog: Catalog,
  path: string,
  found: MasterStat,
): ErrorReport | null {
  const refusal = refusalOf(catalog, path);
  if (refusal === undefined || !isAboutContent(refusal.error.code)) return null;
  const same = refusal.sizeBytes === found.sizeBytes && refusal.modifiedMs === found.modifiedMs;
  return same ? refusal.error : null;
}

/** Codes that pass by themselves, or of calls that were given up: not worth to be kept. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'import/unstable',
  'conversion/cancelled',
  'catalog/write-failed',
]);

export function isWorthKeeping(error: ErrorReport): boolean {
  return !PASSING.has(error.code);
}

export interface RefusedFile {
  readonly path: string;
  readonly watchFolderId: string | null;
  readonly error: ErrorReport;
  /** null when it cannot even be looked at. */
  readonly found?: MasterStat | null;
}

/** Never rejects: the refusal is told to the caller in any case, and what could not be kept must not hide it. */
export async function keepRefusal(
  { catalog, clock }: { readonly catalog: Catalog; readonly clock: Clock },
  { path, watchFolderId, error, found }: RefusedFile,
): Promise<void> {
  const record = {
    id: pathIdOf(path),
    path,
    watchFolderId,
    error,
    sizeBytes: found?.sizeBytes ?? 0,
    modifiedMs: found?.modifiedMs ?? 0,
    atMs: clock.now(),
  };
  await catalog.commit([{ type: 'put', collection: 'refusals', record }]).catch(() => undefined);
}
