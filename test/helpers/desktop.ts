import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import type { DesktopBridge } from '../../core/desktop/bridge.ts';
import { builtPreload } from './built-preload.ts';
import { builtRenderer } from './built-renderer.ts';
import { testBrowser, watchPage } from './chromium.ts';
import type { DoubleWindow } from './electron-double/double-window.ts';
import { createElectronDouble, type ElectronDouble } from './electron-double/electron-double.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';

/** `main/electron/main.ts`, unmodified, started over the double with a library of its own. */
export interface TestDesktop extends ElectronDouble {
  readonly folder: TemporaryFolder;
  readonly window: DoubleWindow;
  readonly page: Page;
  /** Console errors and exceptions of the page, and its requests that failed. */
  readonly problems: readonly string[];
  /** Makes Chromium's `File`s of these names lie at these paths, which only Electron can tell of a real one. */
  knowFiles(paths: Readonly<Record<string, string>>): Promise<void>;
  /** Quits, as from the menu, and waits until everything has ended. */
  quit(): Promise<void>;
}

/** The window of a page that the preload has reached. */
export interface Bridged {
  readonly avlogue: DesktopBridge;
}

export interface TestDesktopOptions {
  /** `process.argv` behind the program. */
  readonly opened?: (folder: TemporaryFolder) => Promise<readonly string[]>;
  /** Opened as a person's own library is, not by AVLOGUE_LIBRARY. The user's data lie in `folder.at('data')`. */
  readonly ownLibrary?: boolean;
  /** What the machine is like when the application starts. */
  readonly before?: (double: ElectronDouble) => Promise<void>;
}

export async function startTestDesktop(options: TestDesktopOptions = {}): Promise<TestDesktop> {
  await Promise.all([builtPreload(), builtRenderer()]);
  const folder = await temporaryFolder();
  const chromium = await testBrowser();
  const double = await createElectronDouble({
    browser: chromium.browser,
    folder: folder.at('electron'),
    scheme: 'avlogue',
  });
  stubUserData(folder.at('data'));
  vi.stubEnv('AVLOGUE_LIBRARY', options.ownLibrary === true ? '' : folder.at('library'));
  const opened = (await options.opened?.(folder)) ?? [];
  await options.before?.(double);
  const argv = process.argv;
  process.argv = ['avlogue', ...opened];
  vi.resetModules();
  vi.doMock('electron', () => double.module);
  await import('../../main/electron/main.ts');
  process.argv = argv;
  const window = await firstWindow(double);
  const page = await window.webContents.page;
  const problems = watchPage(page);

  async function quit(): Promise<void> {
    if (double.app.exitCode !== null) return;
    const ended = once(double.app, 'quit');
    // “Stop and quit”, should something still be converted
    double.system.pressed.unshift(1);
    double.app.quit();
    await ended;
  }

  return {
    ...double,
    folder,
    window,
    page,
    problems,
    knowFiles: (paths) =>
      page.evaluate((known) => {
        Object.assign(window, { __electronDoublePaths: known });
      }, paths),
    quit,
    async [Symbol.asyncDispose]() {
      await quit();
      vi.doUnmock('electron');
      vi.unstubAllEnvs();
      await double[Symbol.asyncDispose]();
      await chromium[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Wherever this system keeps them. */
function stubUserData(path: string): void {
  vi.stubEnv(process.platform === 'darwin' ? 'HOME' : 'XDG_DATA_HOME', path);
  if (process.platform !== 'win32') return;
  vi.stubEnv('APPDATA', path);
  vi.stubEnv('LOCALAPPDATA', path);
}

async function firstWindow({ app }: ElectronDouble): Promise<DoubleWindow> {
  if (app.windows.length === 0) await once(app, 'web-contents-created');
  const [window] = app.windows;
  if (window === undefined) throw new Error('The application opened no window.');
  return window;
}
