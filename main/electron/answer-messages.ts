import { MessageChannelMain, type MessagePortMain, shell } from 'electron';
import { CHANNELS, type Place } from '../../core/desktop/bridge.ts';
import {
  chooseArguments,
  droppedArguments,
  noArguments,
  showArguments,
} from '../../core/desktop/messages.ts';
import { AppError } from '../../core/errors/app-error.ts';
import type { Dialogs } from './dialogs.ts';
import type { LibraryDoor } from './library-door.ts';
import type { LibrarySwitch } from './library-switch.ts';
import { mayBeOpened } from './may-be-opened.ts';
import type { PageMessages } from './page-messages.ts';
import { hasUpdateFeed } from './updates.ts';

export interface MessageNeeds {
  readonly messages: PageMessages;
  readonly dialogs: Dialogs;
  readonly door: LibraryDoor;
  readonly librarySwitch: Pick<LibrarySwitch, 'ask'>;
}

/** All that the page can ask of the shell: the bridge's other side. */
export function answerMessages(needs: MessageNeeds): void {
  const { messages, dialogs, door, librarySwitch } = needs;
  const { grants } = door;
  let served: MessagePortMain | null = null;

  messages.answer(CHANNELS.connect, noArguments, async (_none, ownFrame) => {
    const server = await door.portServer();
    const frame = ownFrame();
    const { port1, port2 } = new MessageChannelMain();
    // a page that is loaded anew leaves its old port behind
    served?.close();
    served = port1;
    server.serve(port1);
    frame.postMessage(CHANNELS.port, null, [port2]);
  });

  messages.answer(CHANNELS.choose, chooseArguments, async ([choice]) => {
    const paths = await dialogs.choose(choice);
    grants.grant(paths);
    return paths;
  });

  messages.answer(CHANNELS.dropped, droppedArguments, async ([paths]) => {
    grants.grant(paths);
    return paths;
  });

  messages.answer(CHANNELS.show, showArguments, async ([place]) => {
    await showPlace(place, await door.pathOfPlace(place));
  });

  messages.answer(CHANNELS.openLibrary, noArguments, () => librarySwitch.ask());

  messages.answer(CHANNELS.updateFeed, noArguments, async () => hasUpdateFeed());
}

/** @throws AppError import/not-found */
async function showPlace({ kind }: Place, path: string): Promise<void> {
  if (isShownInPlace(kind) || !(await mayBeOpened(path, whatOf(kind), process.platform))) {
    shell.showItemInFolder(path);
    return;
  }
  const failure = await shell.openPath(path);
  if (failure === '') return;
  throw new AppError('import/not-found', `“${path}” could not be opened: ${failure}`);
}

function isShownInPlace(kind: Place['kind']): boolean {
  return kind === 'master' || kind === 'rendition' || kind === 'log';
}

function whatOf(kind: Place['kind']): 'folder' | 'page' {
  return kind === 'target-page' ? 'page' : 'folder';
}
