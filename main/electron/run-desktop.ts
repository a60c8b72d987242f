import { app } from 'electron';
import type { DesktopCommand } from '../../core/desktop/bridge.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/library.ts';
import type { Engine } from '../engine.ts';
import type { Logger } from '../logger.ts';
import { createClock } from '../system-clock.ts';
import type { Activity } from './activity.ts';
import { answerMessages } from './answer-messages.ts';
import { setAppMenu } from './app-menu.ts';
import { createClosingQuestion } from './closing-question.ts';
import { createDialogs } from './dialogs.ts';
import { createEndings } from './endings.ts';
import { followEngine } from './follow-engine.ts';
import { holdUntilOver } from './hold-until-over.ts';
import { createLibraryDoor } from './library-door.ts';
import { createLibrarySwitch } from './library-switch.ts';
import type { MainWindow } from './main-window.ts';
import { createMenuActions } from './menu-actions.ts';
import type { OpenWith } from './open-with.ts';
import { reloadEndedPage } from './page-ends.ts';
import { createPageMessages } from './page-messages.ts';
import { createQuitting } from './quitting.ts';
import { followSettings, systemTexts } from './settings-follower.ts';
import { createSigns } from './signs.ts';
import { startAnew } from './start-anew.ts';
import { createUpdates } from './updates.ts';

export interface DesktopNeeds {
  readonly window: MainWindow;
  readonly opening: Promise<Engine>;
  readonly openWith: OpenWith;
  readonly logger: Logger;
  readonly logFile: string;
  readonly rendererFolder: string;
  /** When everything has ended. */
  readonly onEnd: () => void;
}

export interface Desktop {
  /** The library is open and everything listens. */
  readonly ready: Promise<void>;
  isEnding(): boolean;
  /** Without a question and without leaving. */
  end(): Promise<void>;
}

/** Ties the window, the engine and the system together. */
export function runDesktop(needs: DesktopNeeds): Desktop {
  const { window, opening, logger } = needs;
  const { browserWindow } = window;
  let settings: Settings = DEFAULT_SETTINGS;
  const texts = () => systemTexts(settings.language);
  let activity: Activity | null = null;
  /** With what the application was started while it was already ending. */
  let startedAgain: readonly string[] | null = null;

  const endings = createEndings(logger);
  const dialogs = createDialogs({ window: browserWindow, texts, logFile: needs.logFile });
  const door = createLibraryDoor({ opening, dialogs, logFile: needs.logFile });
  const messages = createPageMessages({
    own: () => (browserWindow.isDestroyed() ? null : browserWindow.webContents),
    logger,
  });
  const signs = createSigns({ window: browserWindow, texts, wishes: () => settings });
  const updates = createUpdates({ logger, texts });
  const quitting = createQuitting({
    isConverting: () => activity?.isConverting ?? false,
    whenClosing: () => settings.whenClosing,
    askAboutConverting: createClosingQuestion({ dialogs, opening, logger }),
    hideWindow: window.hide,
    end: endings.run,
    stay: () => librarySwitch.stay(),
    leave() {
      if (librarySwitch.leave() || startedAgain !== null) startAnew(startedAgain ?? []);
      app.quit();
    },
  });
  const librarySwitch = createLibrarySwitch({
    dialogs,
    opening,
    async quit() {
      await quitting.request('quit');
      return quitting.isLeaving;
    },
  });
  reloadEndedPage({
    contents: browserWindow.webContents,
    clock: createClock(),
    logger,
    ask: dialogs.askAboutPage,
    quit: () => void quitting.request('quit'),
  });
  answerMessages({ messages, dialogs, door, librarySwitch });
  // the hold is let go of last: a second Ctrl+C must not cut short how the engine stops
  endings.add(holdUntilOver(window, quitting), needs.onEnd, stopEngine);
  endings.add(messages.stop, signs.stop);

  async function stopEngine(): Promise<void> {
    const engine = await opening.catch(() => null);
    await engine?.stop();
  }

  function show(): void {
    if (endings.areUnderWay) return;
    quitting.cameBack();
    window.show();
  }
  function command(command: DesktopCommand): void {
    if (endings.areUnderWay) return;
    show();
    window.tell(command);
  }
  function open(paths: readonly string[]): void {
    if (endings.areUnderWay) {
      startedAgain = [...(startedAgain ?? []), ...paths];
      return;
    }
    show();
    void door.add(paths);
  }
  app.on('activate', show);
  endings.add(() => void app.off('activate', show));

  const actions = createMenuActions({
    ...{ opening, dialogs, door, logFile: needs.logFile, command, show },
    quit: () => void quitting.request('quit'),
  });
  setAppMenu(texts(), actions);

  async function listen(): Promise<void> {
    const engine = await opening;
    if (endings.areUnderWay) return;
    const following = followSettings(engine.catalog, (changed) => {
      settings = changed;
      window.theme.change(settings.theme);
      setAppMenu(texts(), actions);
      updates.follow(settings.lookForUpdates);
    });
    endings.add(following.stop);
    activity = await followEngine(engine, {
      signs,
      endings,
      rendererFolder: needs.rendererFolder,
      onIdle: quitting.becameIdle,
      onShowQueue: () => command('queue'),
    });
    if (!endings.areUnderWay) needs.openWith.listen(open);
  }
  const ready = listen();
  // what begins while everything ends already must be ended too
  endings.add(() => ready.catch(() => {}));
  return { ready, isEnding: () => endings.areUnderWay, end: endings.run };
}
