import {
  type BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type MessageBoxReturnValue,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
} from 'electron';
import type { Choice } from '../../core/desktop/bridge.ts';
import { CAPTION_EXTENSIONS, MEDIA_EXTENSIONS } from '../../core/import/media-extensions.ts';
import type { NamedPath } from './paths-in-call.ts';
import type { ClosingAnswer, Leaving } from './quitting.ts';
import type { Texts } from './texts/en.ts';

/** From one library to another, which is there or begins. */
export interface LibraryChange {
  readonly current: string;
  readonly path: string;
  readonly isThere: boolean;
}

export interface ClosingDecision {
  readonly answer: ClosingAnswer;
  readonly keep: boolean;
}

/** What becomes of a window whose page does not stay. */
export type PageAnswer = 'again' | 'quit';

/** The system's own dialogs, which no page can answer. */
export interface Dialogs {
  choose(choice: Choice): Promise<readonly string[]>;
  allowPath(named: NamedPath): Promise<boolean>;
  /** null: none was chosen. */
  chooseLibrary(): Promise<string | null>;
  confirmLibrary(change: LibraryChange): Promise<boolean>;
  /** The answer may be kept for the next time the window is closed. */
  askAboutConverting(how: Leaving): Promise<ClosingDecision>;
  askAboutPage(): Promise<PageAnswer>;
}

export interface DialogNeeds {
  readonly window: BrowserWindow;
  readonly texts: () => Texts;
  readonly logFile: string;
}

export function createDialogs({ window, texts, logFile }: DialogNeeds): Dialogs {
  /** A sheet of a hidden window would be hidden too. */
  function ask(options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
    return window.isVisible()
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options);
  }

  function open(options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
    return window.isVisible()
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options);
  }

  return {
    async choose(choice) {
      const { canceled, filePaths } = await open(optionsFor(choice, texts()));
      return canceled ? [] : filePaths;
    },
    async chooseLibrary() {
      const { canceled, filePaths } = await open({
        title: texts().choose.library,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async confirmLibrary({ current, path, isThere }) {
      const { library } = texts();
      const { response } = await ask({
        type: 'question',
        message: library.message(path),
        detail: `${isThere ? library.there : library.begins} ${library.stays(current)}`,
        buttons: [library.restart, library.cancel],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      return response === 0;
    },
    async allowPath({ path, use }) {
      const { allow } = texts();
      const { response } = await ask({
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
    async askAboutConverting(how) {
      const { closing } = texts();
      const { response, checkboxChecked } = await ask({
        type: 'question',
        message: closing.message,
        detail: closing.detail,
        buttons: [closing.background, closing.stop, closing.cancel],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
        ...(how === 'close' ? { checkboxLabel: closing.keep } : {}),
      });
      return {
        answer: (['background', 'stop'] as const)[response] ?? 'cancel',
        keep: checkboxChecked,
      };
    },
    async askAboutPage() {
      const { page } = texts();
      const { response } = await ask({
        type: 'error',
        message: page.message,
        detail: page.detail(logFile),
        buttons: [page.again, page.quit],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      return response === 1 ? 'quit' : 'again';
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
          { name: choose.media, extensions: [...MEDIA_EXTENSIONS, ...CAPTION_EXTENSIONS] },
          { name: choose.all, extensions: ['*'] },
        ],
      };
    case 'folders':
      return { title: choose.folder, properties: ['openDirectory', 'multiSelections'] };
    case 'folder':
      return { title: choose.folder, properties: ['openDirectory'] };
    case 'publish-folder':
      return { title: choose.publishFolder, properties: ['openDirectory', 'createDirectory'] };
    case 'program':
      return { title: choose.program, properties: ['openFile'] };
  }
}
