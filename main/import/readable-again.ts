import { access, constants, stat } from 'node:fs/promises';
import type { ErrorCode } from '../../core/errors/error-codes.ts';
import type { Refusal, WatchFolder } from '../../core/model/library.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** Refused for what stands around a file; that may change without a word of the file itself. */
const AROUND: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'import/no-permission',
  'import/not-found',
]);

/**
 * Refused files and folders of a watched folder that can be read by now, each once in a state: no watcher is sure to
 * tell of a permission that was given, nor of what a link leads to.
 */
export function createReadableAgain(
  { id }: Pick<WatchFolder, 'id'>,
  catalog: Catalog,
): () => Promise<readonly string[]> {
  /** Their last change when they were given out. */
  const given = new Map<string, number>();

  async function isNew({ path }: Refusal): Promise<boolean> {
    const changedMs = await readableSince(path);
    if (changedMs === null || changedMs === given.get(path)) return false;
    given.set(path, changedMs);
    return true;
  }

  return async () => {
    const all = [...catalog.all('refusals').values()];
    const refused = all.filter((one) => one.watchFolderId === id && AROUND.has(one.error.code));
    const found = await Promise.all(refused.map(isNew));
    return refused.filter((_, index) => found[index]).map(({ path }) => path);
  };
}

/** When its permissions or its content were changed last; null: it cannot be read. */
async function readableSince(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    const { R_OK, X_OK } = constants;
    await access(path, found.isDirectory() ? R_OK | X_OK : R_OK);
    return found.ctimeMs;
  } catch {
    return null;
  }
}
