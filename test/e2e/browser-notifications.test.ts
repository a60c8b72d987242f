import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtRenderer } from '../helpers/built-renderer.ts';
import { type TestBrowser, testBrowser, type WatchedPage } from '../helpers/chromium.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../helpers/engine.ts';
import { makeTinyAudio } from '../helpers/tiny-media.ts';

const PATIENCE_MS = 60_000;

interface Shown {
  readonly title: string;
  readonly body: string;
  onclick: () => void;
}

/** The page’s window with what stands in for the browser’s notifications. */
interface Stage {
  readonly shown: Shown[];
}

let engine: TestEngine;
let host: TestHost;
let browser: TestBrowser;
let watched: WatchedPage;

beforeAll(async () => {
  const rendererFolder = await builtRenderer();
  engine = await startTestEngine();
  host = await startTestHost(engine, { rendererFolder });
  browser = await testBrowser();
  watched = await browser.open(host.pageUrl, { locale: 'en-GB' });
  watched.page.setDefaultTimeout(15_000);
  await watched.page.addInitScript(standIn);
  await watched.page.reload();
}, PATIENCE_MS);

afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  await engine[Symbol.asyncDispose]();
}, PATIENCE_MS);

describe('notifications in a browser', { timeout: PATIENCE_MS }, () => {
  it('are off, and asked for only when they are switched on', async () => {
    const { page } = watched;
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    const here = page.getByRole('switch', { name: 'Show them in this browser' });
    await here.waitFor({ state: 'attached' });
    expect(await here.isChecked()).toBe(false);
    await here.press('Space');
    await expect.poll(() => here.isChecked()).toBe(true);
  });

  it('tell of the end of a batch who looks elsewhere, and a click leads to the queue', async () => {
    const { page } = watched;
    const clip = engine.folder.at('Night.mp3');
    await makeTinyAudio(clip);
    await page.locator('input[type=file]').first().setInputFiles(clip);
    await page.waitForFunction(() => (window as never as Stage).shown.length > 0, null, {
      timeout: PATIENCE_MS,
    });
    const shown = await page.evaluate(() =>
      (window as never as Stage).shown.map(({ title, body }) => ({ title, body })),
    );
    expect(shown).toEqual([{ title: 'Converted', body: '1 media is ready.' }]);
    await page.evaluate(() => (window as never as Stage).shown[0]?.onclick());
    await page.waitForFunction(() => location.hash === '#/queue');
  });

  it('stand beside the version, with no switch for what only the window can do', async () => {
    const { page } = watched;
    await page.evaluate(() => {
      location.hash = '#/settings';
    });
    await page.getByText('Only the desktop application can update itself.').waitFor();
    expect(await page.getByRole('switch', { name: /updates/ }).count()).toBe(0);
    expect(await page.getByRole('combobox', { name: /window is closed/ }).count()).toBe(0);
  });

  it('had no error on the page', () => {
    expect(watched.problems).toEqual([]);
  });
});

/** In the page: a person who looks elsewhere, and a browser that agrees when asked. */
function standIn(): void {
  const shown: Shown[] = [];
  class PageNotification {
    static permission = 'default';
    static async requestPermission(): Promise<string> {
      PageNotification.permission = 'granted';
      return 'granted';
    }
    onclick = () => {};
    readonly title: string;
    readonly body: string;
    constructor(title: string, { body }: { readonly body: string }) {
      this.title = title;
      this.body = body;
      shown.push(this);
    }
    close(): void {}
  }
  Object.assign(window, { shown, Notification: PageNotification });
  document.hasFocus = () => false;
}
