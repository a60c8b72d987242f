import type { Browser, BrowserContext } from 'playwright-core';
import { DoubleApp } from './double-app.ts';
import { DoubleIpc } from './double-ipc.ts';
import { DoubleChannel } from './double-ports.ts';
import { createDoubleProtocol, type DoubleProtocol } from './double-protocol.ts';
import { DoubleSystem } from './double-system.ts';
import { DoubleWindow, type WindowOptions } from './double-window.ts';

/** What stands in for the `electron` module, and what a test holds in its hands. */
export interface ElectronDouble extends AsyncDisposable {
  /** The named exports that `main/electron/` imports. */
  readonly module: Readonly<Record<string, unknown>>;
  readonly app: DoubleApp;
  readonly ipc: DoubleIpc;
  readonly system: DoubleSystem;
  readonly protocol: DoubleProtocol;
  readonly context: BrowserContext;
}

export interface ElectronDoubleOptions {
  readonly browser: Browser;
  /** For `app.getPath`. */
  readonly folder: string;
  readonly scheme: string;
}

/** The `electron` module over a real Chromium: a window is a page, its preload runs in it, its messages travel. */
export async function createElectronDouble(
  options: ElectronDoubleOptions,
): Promise<ElectronDouble> {
  const context = await options.browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const protocol = await createDoubleProtocol(options.scheme);
  const app = new DoubleApp(options.folder);
  const ipc = new DoubleIpc();
  const system = new DoubleSystem();
  const { addresses } = protocol;

  class BrowserWindow extends DoubleWindow {
    constructor(windowOptions: WindowOptions) {
      super(windowOptions, { app, ipc, context, addresses, theme: system.nativeTheme });
    }
  }

  const module = {
    app,
    BrowserWindow,
    dialog: system.dialog,
    ipcMain: ipc,
    Menu: system.Menu,
    MessageChannelMain: DoubleChannel,
    nativeTheme: system.nativeTheme,
    Notification: system.notificationClass(),
    powerMonitor: system.powerMonitor,
    powerSaveBlocker: system.powerSaveBlocker,
    protocol: protocol.module,
    screen: system.screen,
    session: system.session,
    shell: system.shell,
  };
  return {
    module,
    app,
    ipc,
    system,
    protocol,
    context,
    async [Symbol.asyncDispose]() {
      await context.close();
      await protocol.close();
    },
  };
}
