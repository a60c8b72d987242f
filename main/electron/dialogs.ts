import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Choice } from '../../core/desktop/bridge.ts';
import { MEDIA_EXTENSIONS } from '../../core/import/media-extensions.ts';
import type { NamedPath } from './paths-in-call.ts';
import type { ClosingAnswer } from './quitting.ts';
import type { Texts } from './texts/en.ts';

/** The system's own dialogs, which no page can answer. */
export interface Dialogs {
  choose(choice: Choice): Promise<readonly string[]>;
  allowPath(named: NamedPath): Promise<boolean>;
  askAboutConverting(): Promise<ClosingAnswer>;
}

export function createDialogs(window: BrowserWindow, texts: () => Texts): Dialogs {
  return {
    async choose(choice) {
      const { canceled, filePaths } = await dialog.showOpenDialog(
        window,
        optionsFor(choice, texts()),
      );
      return canceled ? [] : filePaths;
    },
    async allowPath({ path, use }) {
      const { allow } = texts();
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: allow.message(path),
        detail: allow.detail(use),
        buttons: [allow.no, allow.yes],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1;
    },
    async askAboutConverting() {
      const { closing } = texts();
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: closing.message,
        detail: closing.detail,
        buttons: [closing.background, closing.stop, closing.cancel],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      return (['background', 'stop'] as const)[response] ?? 'cancel';
    },
  };
}

function optionsFor(choice: Choice, { choose }: Texts): OpenDialogOptions {
  switch (choice) {
    case 'files':
      return {
        title: choose.files,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: choose.media, extensions: [...MEDIA_EXTENSIONS] },
          { name: choose.all, extensions: ['*'] },
        ],
      };
    case 'folder':
      return { title: choose.folder, properties: ['openDirectory', 'multiSelections'] };
    case 'publish-folder':
      return { title: choose.publishFolder, properties: ['openDirectory', 'createDirectory'] };
    case 'program':
      return { title: choose.program, properties: ['openFile'] };
  }
}
