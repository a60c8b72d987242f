import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { DoubleApp } from './double-app.ts';
import { type ContentsNeeds, DoubleContents } from './double-contents.ts';
import { pageScript } from './page-script.ts';
import { preventable } from './preventable.ts';

export interface WindowOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly backgroundColor: string;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
}

export type WindowNeeds = Omit<ContentsNeeds, 'pageScript'> & { readonly app: DoubleApp };

/** Electron's `BrowserWindow` as a page; what the system would show is kept for tests to look at. */
export class DoubleWindow extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents: DoubleContents;
  readonly progress: number[] = [];
  /** Every colour that its ground had, in order. */
  readonly grounds: string[] = [];
  readonly #app: DoubleApp;
  #isDestroyed = false;
  #isMaximized = false;
  isShown = false;
  hasFocus = false;

  constructor(options: WindowOptions, { app, ...needs }: WindowNeeds) {
    super();
    this.options = options;
    this.grounds.push(options.backgroundColor);
    this.#app = app;
    const source = readFileSync(options.webPreferences.preload, 'utf8');
    this.webContents = new DoubleContents({
      ...needs,
      pageScript: pageScript(source, process.platform),
    });
    app.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.isShown = false;
    void this.webContents.page.then((page) => page.close()).catch(() => {});
    this.emit('closed');
    this.#app.windowClosed(this);
  }

  show(): void {
    this.isShown = true;
  }
  hide(): void {
    this.isShown = false;
    this.hasFocus = false;
  }
  focus(): void {
    this.hasFocus = true;
  }
  restore(): void {}
  maximize(): void {
    this.#isMaximized = true;
  }
  isVisible(): boolean {
    return this.isShown;
  }
  setBackgroundColor(colour: string): void {
    this.grounds.push(colour);
  }
  setProgressBar(fraction: number): void {
    this.progress.push(fraction);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isFocused(): boolean {
    return this.hasFocus;
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  getNormalBounds() {
    const { x, y, width, height } = this.options;
    return { x, y, width, height };
  }
}
