import { createReadStream } from 'node:fs';
import { errorCodeOf } from './error-code-of.ts';
import { removeQuietly } from './remove-quietly.ts';
import { replaceFile } from './replace-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** A finished, synced file to another folder, which may be a link to another drive: it is copied there then. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await replaceFile(from, to);
  } catch (error) {
    if (errorCodeOf(error) !== 'EXDEV') throw error;
    await writeFileAtomically(to, createReadStream(from));
    await removeQuietly(from);
  }
}
