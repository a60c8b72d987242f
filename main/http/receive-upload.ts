import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from '../files/error-code-of.ts';
import { explainLibraryWrite } from '../files/explain-library-write.ts';
import { freePath } from '../files/free-path.ts';
import { moveFile } from '../files/move-file.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { LibraryPaths } from '../library-paths.ts';
import { safeFileName } from './safe-file-name.ts';

export interface UploadReceiver {
  /**
   * Writes a request's body into the library and resolves with the path of the finished file. Whatever
   * goes wrong on the way, nothing of it stays.
   * @throws AppError input/too-large, import/disk-full, import/library-unwritable, import/upload-aborted
   */
  receive(upload: Upload): Promise<string>;
}

export interface Upload {
  readonly body: Readable;
  /** As the sender calls it. */
  readonly name: string;
  /** Content-Length; null when the sender does not tell. */
  readonly announcedBytes: number | null;
}

export interface UploadReceiverNeeds {
  readonly paths: Pick<LibraryPaths, 'incoming' | 'masters'>;
  readonly limitBytes: number;
  /** Unique for each upload. */
  readonly nextName: () => string;
}

export function createUploadReceiver(needs: UploadReceiverNeeds): UploadReceiver {
  const { paths, limitBytes, nextName } = needs;
  /** Two uploads of one name must not choose the same free one. */
  let naming: Promise<unknown> = Promise.resolve();

  async function moveIn(temporary: string, name: string): Promise<string> {
    const target = await freePath(join(paths.masters, safeFileName(name)));
    await moveFile(temporary, target);
    return target;
  }

  return {
    async receive({ body, name, announcedBytes }) {
      if ((announcedBytes ?? 0) > limitBytes) throw tooLarge(limitBytes);
      const temporary = join(paths.incoming, nextName());
      try {
        await mkdir(paths.incoming, { recursive: true });
        await mkdir(paths.masters, { recursive: true });
        await writeFileAtomically(temporary, limited(body, limitBytes));
        const moved = naming.then(() => moveIn(temporary, name));
        naming = moved.catch(() => {});
        return await moved;
      } catch (error) {
        await removeQuietly(temporary);
        throw await explain(error, name, paths.masters);
      }
    },
  };
}

/** The connection is left open at the limit, so that the refusal still reaches its sender. */
async function* limited(body: Readable, limitBytes: number): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    received += piece.length;
    if (received > limitBytes) throw tooLarge(limitBytes);
    yield piece;
  }
}

function tooLarge(limitBytes: number): AppError {
  const gigabytes = (limitBytes / 1e9).toLocaleString('en', { maximumFractionDigits: 3 });
  return new AppError(
    'input/too-large',
    `The file is over the upload limit of ${gigabytes} GB. Copy it to this machine and import it from there.`,
    { details: { limitBytes } },
  );
}

async function explain(error: unknown, name: string, folder: string): Promise<unknown> {
  if (error instanceof AppError) return error;
  switch (errorCodeOf(error)) {
    case 'ECONNRESET':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return new AppError('import/upload-aborted', `The upload of “${name}” was broken off.`, {
        cause: error,
      });
    default:
      return explainLibraryWrite(error, { name, folder, again: 'upload it again' });
  }
}
