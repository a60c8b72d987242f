import { join } from 'node:path';
import { app, dialog, protocol, session } from 'electron';
import { chosenToolsFile } from '../default-library.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { Logger } from '../logger.ts';
import { createClock } from '../system-clock.ts';
import { createPageAnswerer } from './answer-page.ts';
import { APP_SCHEME } from './app-scheme.ts';
import { guardAllContents, guardSession } from './contents-guard.ts';
import { openLogFile } from './log-file.ts';
import { createMainWindow, loadPage } from './main-window.ts';
import type { OpenWith } from './open-with.ts';
import { runDesktop } from './run-desktop.ts';
import { systemTexts } from './settings-follower.ts';
import { settleLibrary } from './settle-library.ts';
import { userPlaces } from './user-places.ts';
import { createWindowMemory } from './window-memory.ts';

/** Built beside `main/`, in a checkout and in a package. */
const RENDERER_FOLDER = join(import.meta.dirname, '..', '..', 'renderer', 'dist');

/** As in electron-builder.yml: Windows shows notifications of known applications only. */
const APP_ID = 'org.avlogue.desktop';

/** Where Electron keeps the page's own things: never in the library, whose folder may only differ in case. */
export function separateUserData(): void {
  app.setPath('userData', join(app.getPath('appData'), 'avlogue-window'));
}

/** From Electron's start to a window that shows the library. The page loads while the library is opened. */
export async function startDesktop(openWith: OpenWith): Promise<void> {
  await app.whenReady();
  app.setAppUserModelId(APP_ID);
  const logFile = join(app.getPath('logs'), 'avlogue.log');
  const logger = openLogFile(logFile, createClock());
  const note = (error: unknown) => logger.error('A bug, not caught anywhere.', error);
  process.on('uncaughtExceptionMonitor', note);

  const libraryPath = await settleLibrary();
  if (libraryPath === null) {
    app.exit(0);
    return;
  }
  const opening = createEngine({
    libraryPath,
    host: 'desktop',
    logger,
    chosenToolsFile: chosenToolsFile(userPlaces()),
  });
  protocol.handle(
    APP_SCHEME,
    createPageAnswerer({ rendererFolder: RENDERER_FOLDER, library: () => opening, logger }),
  );
  const unguard = guardAllContents(logger);
  guardSession(session.defaultSession);
  const memory = createWindowMemory(join(app.getPath('userData'), 'window.json'), logger);
  const window = createMainWindow(memory);
  const desktop = runDesktop({
    window,
    opening,
    openWith,
    logger,
    logFile,
    rendererFolder: RENDERER_FOLDER,
    onEnd() {
      unguard();
      protocol.unhandle(APP_SCHEME);
      process.off('uncaughtExceptionMonitor', note);
    },
  });
  try {
    await Promise.all([loadPage(window), startEngine(opening, desktop.ready)]);
  } catch (error) {
    // a window that is closed while its page loads is no failure
    if (!desktop.isEnding()) await giveUp(error, logger, desktop.end);
  }
}

async function startEngine(opening: Promise<Engine>, ready: Promise<void>): Promise<void> {
  const [engine] = await Promise.all([opening, ready]);
  await engine.start();
}

/** Nothing can be shown without the library, for instance while another process owns it. */
async function giveUp(error: unknown, logger: Logger, end: () => Promise<void>): Promise<void> {
  logger.error('AVlogue cannot start.', error);
  const message = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(systemTexts('system').failed.title, message);
  await end();
  app.exit(1);
}
