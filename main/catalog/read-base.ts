import { open } from 'node:fs/promises';
import { type Migration, refuseNewerVersion } from '../../core/catalog/migrations.ts';
import { type RecordCheck, restoreTables } from '../../core/catalog/restore-tables.ts';
import type { CatalogTables } from '../../core/catalog/tables.ts';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { SnapshotDamage } from './read-snapshot.ts';
import type { ReadSnapshot } from './snapshot-text.ts';
import { createStore } from './store.ts';

export type SnapshotFile =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly why: string }
  | { readonly state: 'current'; readonly snapshot: ReadSnapshot; readonly tables: CatalogTables }
  /** Its records are those of an older version. */
  | { readonly state: 'older'; readonly snapshot: ReadSnapshot };

export type ReadableSnapshot = Extract<SnapshotFile, { state: 'current' | 'older' }>;

export function isReadable(file: SnapshotFile | null): file is ReadableSnapshot {
  return file?.state === 'current' || file?.state === 'older';
}

/** @throws AppError catalog/newer-version, or the system's error when the file is there and may not be read */
export async function readSnapshotFile(
  path: string,
  migrations: readonly Migration[],
): Promise<SnapshotFile> {
  try {
    const snapshot = await createStore(path).read();
    refuseNewerVersion(snapshot.version, { migrations, path });
    const isOlder = migrations.some((step) => step.version > snapshot.version);
    if (isOlder) return { state: 'older', snapshot };
    return { state: 'current', snapshot, tables: restore(snapshot, 'shape') };
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return { state: 'missing' };
    if (error instanceof SnapshotDamage) return { state: 'unreadable', why: error.message };
    throw error;
  }
}

/** @throws SnapshotDamage */
export function restore({ collections }: Pick<ReadSnapshot, 'collections'>, check: RecordCheck) {
  try {
    return restoreTables(collections, check);
  } catch (error) {
    if (error instanceof AppError) throw new SnapshotDamage(error.message, { cause: error });
    throw error;
  }
}

const HEAD_BYTES = 1024;

/**
 * A look at the beginning of the snapshot, before anything is touched, not even the lock.
 * @throws AppError catalog/newer-version
 */
export async function refuseNewerSnapshot(
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  const version = /^\s*\{\s*"avlogue":\s*"catalog",\s*"version":\s*(\d+)/.exec(
    await readHead(path),
  )?.[1];
  if (version !== undefined) refuseNewerVersion(Number(version), { migrations, path });
}

async function readHead(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  }
}
