import { resolve } from 'node:path';

export interface Launch {
  /** `process.argv` */
  readonly arguments: readonly string[];
  readonly workingFolder: string;
  /** Started as `electron FOLDER …`: the folder is not something to open. */
  readonly fromSource: boolean;
}

/** Files and folders that the application was opened with, or that were dropped on its icon. */
export function openedPaths(launch: Launch): readonly string[] {
  const own = launch.fromSource ? 2 : 1;
  return launch.arguments
    .slice(own)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(launch.workingFolder, argument));
}
