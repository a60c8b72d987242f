import { app, shell } from 'electron';
import type { Engine } from '../engine.ts';
import { type HttpHost, startHttpHost } from '../http/http-host.ts';
import type { Logger } from '../logger.ts';
import { type Activity, followActivity } from './activity.ts';
import { answerMessages } from './answer-messages.ts';
import { setAppMenu } from './app-menu.ts';
import { createDialogs } from './dialogs.ts';
import { holdUntilOver } from './hold-until-over.ts';
import { importChosen } from './import-paths.ts';
import { isKnownPath } from './known-paths.ts';
import type { MainWindow } from './main-window.ts';
import type { MenuActions } from './menu-template.ts';
import type { OpenWith } from './open-with.ts';
import { createPageMessages } from './page-messages.ts';
import { createPathGate } from './path-gate.ts';
import { createPathGrants } from './path-grants.ts';
import { pathOfPlace } from './place-path.ts';
import { createQuitting, type Quitting } from './quitting.ts';
import { createPortServer } from './serve-port.ts';
import { followSettings, systemTexts } from './settings-follower.ts';
import { createSigns } from './signs.ts';
import { lookForUpdates } from './updates.ts';

export interface DesktopNeeds {
  readonly window: MainWindow;
  readonly opening: Promise<Engine>;
  readonly openWith: OpenWith;
  readonly logger: Logger;
  readonly logFile: string;
  readonly rendererFolder: string;
  /** When the engine has ended. */
  readonly onEnd: () => void;
}

/** Ties the window, the engine and the system together. `ready` once the library is open and everything listens. */
export function runDesktop(needs: DesktopNeeds): { readonly ready: Promise<void> } {
  const { window, opening, logger } = needs;
  const { browserWindow } = window;
  let texts = systemTexts('system');
  const ends: (() => Promise<void> | void)[] = [needs.onEnd];

  const dialogs = createDialogs(browserWindow, () => texts);
  const grants = createPathGrants();
  const messages = createPageMessages({
    own: () => (browserWindow.isDestroyed() ? null : browserWindow.webContents),
    logger,
  });
  const signs = createSigns(browserWindow, () => texts);
  let activity: Activity | null = null;

  const quitting: Quitting = createQuitting({
    isConverting: () => activity?.isConverting ?? false,
    askAboutConverting: dialogs.askAboutConverting,
    hideWindow: () => browserWindow.hide(),
    end,
    leave: () => app.quit(),
  });
  ends.push(holdUntilOver(browserWindow, quitting), messages.stop, signs.stop);

  answerMessages({
    messages,
    dialogs,
    grants,
    portServer: async () => {
      const { router, catalog } = await opening;
      const isKnown = isKnownPath.bind(null, catalog);
      portServer ??= createPortServer(
        router,
        createPathGate({ grants, isKnown, ask: dialogs.allowPath }),
      );
      return portServer;
    },
    pathOfPlace: async (place) =>
      pathOfPlace(place, { ...(await opening), logFile: needs.logFile }),
  });
  let portServer: ReturnType<typeof createPortServer> | null = null;

  function show(): void {
    quitting.cameBack();
    window.show();
  }
  app.on('activate', show);
  ends.push(() => {
    app.off('activate', show);
  });

  async function add(paths: readonly string[]): Promise<void> {
    grants.grant(paths);
    await importChosen(await opening, paths);
  }

  const actions: MenuActions = {
    command: window.command,
    addFiles: () => void dialogs.choose('files').then(add),
    addFolder: () => void dialogs.choose('folder').then(add),
    showLibrary: () => void opening.then(({ paths }) => shell.openPath(paths.root)),
    showLog: () => shell.showItemInFolder(needs.logFile),
    quit: () => void quitting.request(),
  };

  /** In this order: whoever uses the engine first, then the engine. */
  async function end(): Promise<void> {
    for (const one of ends.toReversed()) await one();
    const engine = await opening.catch(() => null);
    await engine?.stop();
  }

  async function listen(): Promise<void> {
    const engine = await opening;
    const settings = followSettings(engine.catalog, (changed) => {
      texts = changed;
      setAppMenu(texts, actions);
    });
    activity = followActivity(engine, {
      onFraction(fraction) {
        signs.showProgress(fraction);
        if (fraction === null) quitting.becameIdle();
      },
      onConverting: signs.keepAwake,
      onBatchEnd: (result) => signs.announceEnd(result, () => window.command('queue')),
    });
    ends.push(settings.stop, activity.stop);
    needs.openWith.listen((paths) => {
      show();
      void add(paths);
    });
    const host = await hostForTerminal(engine, needs.rendererFolder);
    if (host !== null) ends.push(host.close);
    void lookForUpdates(logger);
  }
  return { ready: listen() };
}

/** The terminal talks to the owner of a library over HTTP; without it, the window works all the same. */
async function hostForTerminal(engine: Engine, rendererFolder: string): Promise<HttpHost | null> {
  try {
    return await startHttpHost({ engine, rendererFolder });
  } catch (error) {
    engine.logger.warn('The terminal cannot reach this window.', error);
    return null;
  }
}
