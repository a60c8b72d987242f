import { resolve } from 'node:path';
import { dialog } from 'electron';
import { AppError } from '../../core/errors/app-error.ts';
import { defaultLibraryPath } from '../default-library.ts';
import { libraryInFolder } from '../library-in-folder.ts';
import { chooseLibraryPlace, libraryPlace } from '../library-place.ts';
import { systemTexts } from './settings-follower.ts';
import { userPlaces } from './user-places.ts';

/** Which library this launch opens; where the chosen one is gone, the person says. null: none, they leave. */
export async function settleLibrary(): Promise<string | null> {
  const named = process.env.AVLOGUE_LIBRARY ?? '';
  if (named !== '') return resolve(named);
  try {
    return libraryPlace(userPlaces());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return await askInstead(error);
  }
}

async function askInstead({ message }: AppError): Promise<string | null> {
  const { lost, choose } = systemTexts('system');
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: lost.message,
    detail: message,
    buttons: [lost.choose, lost.usual, lost.quit],
    defaultId: 2,
    cancelId: 2,
    noLink: true,
  });
  if (response === 1) return settleOn(null);
  if (response !== 0) return null;
  const { filePaths } = await dialog.showOpenDialog({
    title: choose.library,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  return folder === undefined ? null : settleOn((await libraryInFolder(folder)).path);
}

function settleOn(path: string | null): string {
  chooseLibraryPlace(path, userPlaces());
  return path ?? defaultLibraryPath(userPlaces());
}
