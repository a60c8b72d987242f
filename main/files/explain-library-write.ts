import { AppError } from '../../core/errors/app-error.ts';
import { errorCodeOf } from './error-code-of.ts';
import { explainObstacle, findWriteObstacle } from './write-obstacle.ts';

export interface LibraryWrite {
  /** As a person knows it. */
  readonly name: string;
  /** Where it should stand. */
  readonly folder: string;
  /** What to do once the reason is gone: the end of a sentence. */
  readonly again: string;
}

/** What the system refused, in words: import/disk-full or import/library-unwritable; the error itself when it is another. */
export async function explainLibraryWrite(
  error: unknown,
  { name, folder, again }: LibraryWrite,
): Promise<unknown> {
  const code = errorCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'import/disk-full',
      `There is no space left in the library for “${name}”. Free some, then ${again}.`,
      { cause: error },
    );
  }
  const obstacle = await findWriteObstacle(error, folder);
  if (obstacle === null) return error;
  const { why, advice } = explainObstacle(obstacle);
  return new AppError(
    'import/library-unwritable',
    `“${name}” cannot be kept in the library: ${why}. ${advice}, then ${again}.`,
    { details: { path: obstacle.path, systemCode: obstacle.systemCode }, cause: error },
  );
}
