import { access, constants, open, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishedFile, PublishTarget } from '../../core/model/library.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { temporaryPathFor } from '../files/temporary-path.ts';
import { copyContent } from './copy-content.ts';
import type { Piece } from './gather-publication.ts';
import { hashFile, hashText } from './hash-file.ts';
import { fileMissing, isSystemError, targetError } from './publish-errors.ts';
import { createFolder, pathInTarget } from './publish-folder.ts';

/** A finished, synced file under a temporary name beside its final one. */
export interface StagedFile extends PublishedFile {
  readonly temporary: string;
  readonly final: string;
}

export interface StagingContext {
  readonly target: PublishTarget;
  readonly title: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Writes all of them or none: nothing gets its final name here, so what stood there stands.
 * @throws AppError publish/disk-full, publish/target-unwritable, publish/file-missing
 */
export async function stageFiles(
  pieces: readonly Piece[],
  context: StagingContext,
): Promise<readonly StagedFile[]> {
  const staged: StagedFile[] = [];
  try {
    for (const piece of pieces) {
      context.signal?.throwIfAborted();
      staged.push(await stageFile(piece, context));
    }
    return staged;
  } catch (error) {
    await dropStaged(staged);
    throw error;
  }
}

export async function dropStaged(staged: readonly StagedFile[]): Promise<void> {
  for (const { temporary } of staged) await removeQuietly(temporary);
}

async function stageFile(piece: Piece, context: StagingContext): Promise<StagedFile> {
  const final = pathInTarget(context.target, piece.file);
  const temporary = temporaryPathFor(final);
  await createFolder(context.target, dirname(final));
  try {
    const written =
      piece.from.kind === 'text'
        ? await writeText(temporary, piece.from.text)
        : await copyVerified(piece.from.path, temporary, context);
    return { file: piece.file, temporary, final, ...written };
  } catch (error) {
    await removeQuietly(temporary);
    throw await targetError(error, context.target);
  }
}

type Written = Pick<PublishedFile, 'sizeBytes' | 'sha256'>;

async function writeText(path: string, text: string): Promise<Written> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sizeBytes: Buffer.byteLength(text), sha256: hashText(text) };
}

/**
 * The copy keeps the source's time, by which it is known
 * again, and gets the permissions of any new file, since a library's files may be private.
 */
async function copyVerified(
  source: string,
  path: string,
  { title, signal }: StagingContext,
): Promise<Written> {
  const before = await readableStat(source).catch((error) => {
    throw fileMissing(title, source, error);
  });
  const mode = await createEmpty(path);
  await copyContent(source, path, signal);
  const handle = await open(path, 'r+');
  try {
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await utimes(path, before.atimeMs / 1000, before.mtimeMs / 1000);
  const [sha256, copied] = await Promise.all([hashSource(), hashFile(path, signal)]);
  if (sha256 !== copied) throw changedWhileCopied(title, source);
  return { sizeBytes: before.size, sha256 };

  async function hashSource(): Promise<string> {
    try {
      return await hashFile(source, signal);
    } catch (error) {
      if (isSystemError(error)) throw fileMissing(title, source, error);
      throw error;
    }
  }
}

/** A failed copy does not say which of the two files was refused. */
async function readableStat(path: string) {
  await access(path, constants.R_OK);
  return stat(path);
}

async function createEmpty(path: string): Promise<number> {
  const handle = await open(path, 'wx');
  try {
    return (await handle.stat()).mode & 0o777;
  } finally {
    await handle.close();
  }
}

function changedWhileCopied(title: string, source: string): AppError {
  return new AppError(
    'publish/file-missing',
    `“${title}” was not published: ${source} changed while it was copied. Publish again when its conversion has ended.`,
    { details: { path: source } },
  );
}
