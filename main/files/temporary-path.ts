import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

const PREFIX = '.avlogue-';
const SUFFIX = '.tmp';

/** A new name in the same folder, short whatever the final name's length, hidden from listings. */
export function temporaryPathFor(path: string): string {
  return join(dirname(path), `${PREFIX}${randomBytes(9).toString('hex')}${SUFFIX}`);
}

/** Whether a file is one that AVlogue was still writing: never a master, never published, free to be removed at start. */
export function isTemporaryPath(path: string): boolean {
  const name = basename(path);
  return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
}
