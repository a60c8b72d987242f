import { resolve } from 'node:path';
import type { ImportOptions, ImportResult } from '../../core/contract/import.ts';
import { listenDuring } from '../events.ts';
import type { ProgressBoard } from '../progress/progress-board.ts';
import type { Session } from '../session.ts';
import { untilInterrupted } from '../until-interrupted.ts';

/** One call takes no more than this many paths. */
const MOST_PATHS = 10_000;

/** Imports files and folders, with the count of files on the board. */
export async function importPaths(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
  board: ProgressBoard,
): Promise<readonly ImportResult[]> {
  const { client, terminal } = session;
  const absolute = paths.map((path) => resolve(terminal.workingFolder, path));
  const results: ImportResult[] = [];
  const work = async (): Promise<void> => {
    for (let start = 0; start < absolute.length; start += MOST_PATHS) {
      const part = absolute.slice(start, start + MOST_PATHS);
      const call = client.import.paths({ ...options, paths: part });
      results.push(...(await untilInterrupted(terminal.signal, call)).results);
    }
  };
  await listenDuring(
    session,
    (event) => {
      if (event.type === 'import-progress')
        board.step('Looking at files', event.finished, event.total);
    },
    work,
  );
  return results;
}
