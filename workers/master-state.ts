import { AppError } from '../core/errors/app-error.ts';
import type { ConvertTask } from '../core/work/tasks.ts';
import { checkFile, type FileState } from './check-file.ts';

type Master = Pick<ConvertTask, 'masterPath' | 'info'>;

/** The master as it was catalogued. @throws AppError conversion/master-missing, conversion/master-changed */
export async function checkMaster({ masterPath, info }: Master): Promise<FileState> {
  const state = await masterState(masterPath);
  if (state.sizeBytes !== info.sizeBytes) throw changed(masterPath);
  return state;
}

/** @throws AppError conversion/master-missing, conversion/master-changed */
export async function requireUnchanged({ masterPath }: Master, before: FileState): Promise<void> {
  const { sizeBytes, modifiedMs } = await masterState(masterPath);
  if (sizeBytes !== before.sizeBytes || modifiedMs !== before.modifiedMs) throw changed(masterPath);
}

async function masterState(path: string): Promise<FileState> {
  try {
    return await checkFile(path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'import/empty-file') throw changed(path);
    throw new AppError('conversion/master-missing', `The master cannot be read: ${error.message}`, {
      details: { path, reason: error.code },
      cause: error,
    });
  }
}

function changed(path: string): AppError {
  return new AppError(
    'conversion/master-changed',
    `${path} is not the file that was planned: it changed on the disk. It is planned anew by itself.`,
    { details: { path } },
  );
}
