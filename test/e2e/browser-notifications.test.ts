import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WatchedPage } from '../helpers/chromium.ts';
import type { TestEngine } from '../helpers/engine.ts';
import { type LiveStage, liveStage } from '../helpers/live-stage.ts';
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

let stage: LiveStage;
let engine: TestEngine;
let watched: WatchedPage;

beforeAll(async () => {
  stage = await liveStage();
  ({ engine, watched } = stage);
  await watched.page.addInitScript(standIn);
  await watched.page.reload();
}, PATIENCE_MS);

afterAll(() => stage[Symbol.asyncDispose](), PATIENCE_MS);

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
