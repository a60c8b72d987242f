import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk extends AsyncDisposable {
  readonly path: string;
  /** As when a card's switch is moved or a file system has failed. */
  setReadOnly(readOnly: boolean): Promise<void>;
}

/** A real file system of this size at the path (tmpfs); null where mounting is not permitted. */
export async function smallDisk(path: string, sizeBytes: number): Promise<SmallDisk | null> {
  await mkdir(path, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', path]);
  } catch {
    return null;
  }
  return {
    path,
    async setReadOnly(readOnly) {
      await run('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, path]);
    },
    async [Symbol.asyncDispose]() {
      await run('umount', [path]);
    },
  };
}
