import { type FileHandle, open } from 'node:fs/promises';
import { removeQuietly } from './remove-quietly.ts';
import { replaceFile } from './replace-file.ts';
import { temporaryPathFor } from './temporary-path.ts';

type Piece = string | Uint8Array;
export type FileContent = Piece | Iterable<string> | AsyncIterable<Piece>;

export interface AtomicWriteOptions {
  /** Permissions of a new file; by default what the umask leaves of 0666. */
  readonly mode?: number;
  readonly signal?: AbortSignal;
  /** Looks at the whole, synced file before it gets its final name; a rejection leaves what stood there. */
  readonly verify?: (temporary: string) => Promise<void>;
}

/**
 * The file is there whole or as it was before, also after a power cut. The folder must exist.
 * Rejects with the system's error (`ENOSPC`, `EROFS`, `EACCES`, …), which the caller puts into its own words.
 */
export async function writeFileAtomically(
  path: string,
  content: FileContent,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = temporaryPathFor(path);
  try {
    await writeSynced(temporary, content, options);
    await options.verify?.(temporary);
    options.signal?.throwIfAborted();
    await replaceFile(temporary, path);
  } catch (error) {
    await removeQuietly(temporary);
    throw error;
  }
}

async function writeSynced(
  path: string,
  content: FileContent,
  { mode = 0o666, signal }: AtomicWriteOptions,
): Promise<void> {
  const handle = await open(path, 'wx', mode);
  try {
    for await (const piece of piecesOf(content)) {
      signal?.throwIfAborted();
      await writeWhole(handle, piece);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function piecesOf(content: FileContent): Iterable<Piece> | AsyncIterable<Piece> {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}

/** A single `write` may take less than it was given. */
async function writeWhole(handle: FileHandle, piece: Piece): Promise<void> {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let offset = 0; offset < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.length - offset);
    offset += bytesWritten;
  }
}
