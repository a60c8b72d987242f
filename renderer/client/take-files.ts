import type { ImportResult } from '../../core/contract/import.ts';
import type { DesktopBridge } from '../../core/desktop/bridge.ts';
import { isWithin, nameInPath } from '../../core/import/is-within.ts';
import type { Taken } from '../state/uploads.ts';
import type { Client } from './create-client.ts';
import { type Failure, readFailure } from './read-failure.ts';
import type { UploadOutcome } from './upload-file.ts';

export interface TakeNeeds {
  readonly desktop: DesktopBridge;
  readonly client: Client;
}

/** What the contract and the bridge take at once. */
const MOST_PATHS = 10_000;

/**
 * In the desktop window files and folders are imported from where they lie; the shell lets dropped and chosen ones
 * through. What came together is one batch of the engine, which walks the folders.
 */
export async function takeFiles(
  { desktop, client }: TakeNeeds,
  files: readonly File[],
  onPaths: (paths: readonly string[]) => void,
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let start = 0; start < files.length; start += MOST_PATHS) {
    const part = files.slice(start, start + MOST_PATHS);
    try {
      const told = await desktop.pathsOf(part);
      const lost = part.filter((_, index) => (told[index] ?? '') === '');
      const paths = told.filter((path) => path !== '');
      taken.push(...lost.map(({ name }) => refused(name, 'import/not-found', 'lies on no disk')));
      onPaths(paths);
      if (paths.length > 0) taken.push(...(await importPaths(client, paths)));
    } catch (error) {
      const name = part[0]?.name ?? '';
      taken.push({ name, outcome: { kind: 'refused', failure: readFailure(error) } });
    }
  }
  return taken;
}

async function importPaths(client: Client, paths: readonly string[]): Promise<readonly Taken[]> {
  const { results } = await client.import.paths({ paths: [...paths] });
  const known = new Set(results.map(({ path }) => path));
  const bare = paths.filter(
    (path) => !known.has(path) && !results.some((result) => isWithin(result.path, path)),
  );
  return [
    ...results.map((result) => ({ name: nameInPath(result.path), outcome: outcomeOf(result) })),
    ...bare.map((path) => refused(nameInPath(path), 'import/no-media-inside', 'holds no media')),
  ];
}

function outcomeOf(result: ImportResult): UploadOutcome {
  if (result.outcome === 'refused') return { kind: 'refused', failure: result.error };
  const { outcome, mediaId } = result;
  const kind = outcome === 'imported' || outcome === 'captions' ? outcome : 'known';
  return { kind, mediaId };
}

function refused(name: string, code: Failure['code'], why: string): Taken {
  return { name, outcome: { kind: 'refused', failure: { code, message: `“${name}” ${why}.` } } };
}
