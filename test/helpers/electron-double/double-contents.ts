import { EventEmitter } from 'node:events';
import type { BrowserContext, Frame, Page, Request } from 'playwright-core';
import type { Addresses } from './addresses.ts';
import { DoubleFrames } from './double-frame.ts';
import type { DoubleIpc } from './double-ipc.ts';
import type { DoubleTheme } from './double-theme.ts';
import { type FromPage, TO_NODE } from './page-script.ts';
import { preventable } from './preventable.ts';

type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

export interface ContentsNeeds {
  readonly context: BrowserContext;
  readonly addresses: Addresses;
  readonly ipc: DoubleIpc;
  readonly pageScript: string;
  readonly theme: DoubleTheme;
}

/** Electron's `WebContents` over a real page. */
export class DoubleContents extends EventEmitter {
  readonly #needs: ContentsNeeds;
  readonly frames: DoubleFrames;
  readonly page: Promise<Page>;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #opened: Page | null = null;

  constructor(needs: ContentsNeeds) {
    super();
    this.#needs = needs;
    this.frames = new DoubleFrames(needs.addresses);
    this.page = this.#open();
    this.page.catch(() => {});
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    if (this.#opened === null) return;
    this.frames.tell(this.#opened.mainFrame(), { kind: 'send', channel, args });
  }

  reload(): void {
    void this.#opened?.reload();
  }

  async load(url: string): Promise<void> {
    const page = await this.page;
    await page.goto(this.#needs.addresses.toReal(url), { waitUntil: 'domcontentloaded' });
  }

  async #open(): Promise<Page> {
    const { context, ipc, pageScript, addresses, theme } = this.#needs;
    await context.exposeBinding(TO_NODE, ({ frame }, message: FromPage) => {
      if (message.kind === 'port-message') return this.frames.fromPage(message.id, message.data);
      const { channel, args } = message;
      return ipc.deliver({ sender: this, senderFrame: this.frames.of(frame) }, channel, args);
    });
    await context.addInitScript(pageScript);
    const isForeign = (url: URL) =>
      /^https?:$/.test(url.protocol) && addresses.toOwn(url.href) === url.href;
    await context.route(isForeign, (route) => {
      const request = route.request();
      if (request.isNavigationRequest()) this.#leave(frameOf(request), request.url());
      return route.abort('aborted');
    });
    context.on('page', (other) => {
      if (this.#opened !== null) void other.close();
    });
    const page = await context.newPage();
    this.#opened = page;
    await followTheme(page, theme);
    // another document; a change behind the # is none
    page.on('response', (response) => {
      const isDocument = response.request().isNavigationRequest();
      if (isDocument && response.frame() === page.mainFrame()) this.frames.closePorts();
    });
    return page;
  }

  /** A page goes elsewhere, or (`frame` is null) into a new window, which never lives here. */
  #leave(frame: Frame | null, url: string): void {
    const page = this.#opened;
    if (frame === null || frame.page() !== page) {
      this.#openHandler({ url });
      return;
    }
    const isMainFrame = frame === page.mainFrame();
    this.emit('will-frame-navigate', preventable({ url, isMainFrame }));
  }
}

async function followTheme(page: Page, theme: DoubleTheme): Promise<void> {
  const follow = () =>
    page.emulateMedia({ colorScheme: theme.shouldUseDarkColors ? 'dark' : 'light' });
  await follow();
  const changed = () => void follow().catch(() => {});
  theme.on('updated', changed);
  page.once('close', () => theme.off('updated', changed));
}

/** null for a window that is only being opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
